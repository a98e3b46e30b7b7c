package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.competency.framework.caseservice.query.DocumentQuery;
import org.vellum.platform.imsx.Case10Dialect;
import org.vellum.platform.imsx.Case11Dialect;
import org.vellum.platform.imsx.Dialect;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** The forms of one framework in which every member of CASE 1.1 has a value. */
class CaseFormTest {
  private static final String DOCUMENT = "eeeeeeee-0000-4000-8000-000000000001";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CaseFixture fixture = new CaseFixture(database);
  private JsonNode original = Json.mapper().createObjectNode();

  @BeforeEach
  void importing() throws Exception {
    try (var in =
        Objects.requireNonNull(CaseFormTest.class.getResourceAsStream("full-package.json"))) {
      byte[] json = in.readAllBytes();
      original = Json.mapper().readTree(json);
      fixture.importing(json);
    }
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  private JsonNode whole(CaseForm form) throws Exception {
    return CaseFixture.json(fixture.service.wholePackage(DOCUMENT, CaseFixture.asked(form)));
  }

  @Test
  void every_optional_member_of_11_is_stored_and_served() throws Exception {
    OfficialCase official = OfficialCase.of(CaseVersion.V1_1);
    assertThat(whole(CaseFixture.FORM_11)).isEqualTo(original);
    assertThat(names(original.path("CFDocument")))
        .isEqualTo(names(official.schema("CFPckgDocument").path("properties")));
    assertThat(names(original.path("CFItems").get(0)))
        .isEqualTo(names(official.schema("CFPckgItem").path("properties")));
    assertThat(names(original.path("CFAssociations").get(0)))
        .isEqualTo(names(official.schema("CFPckgAssociation").path("properties")));
    for (String definition : List.of("CFConcept", "CFSubject", "CFItemType", "CFLicense")) {
      assertThat(names(original.path("CFDefinitions").path(definition + "s").get(0)))
          .isEqualTo(names(official.schema(definition).path("properties")));
    }
    JsonNode criterion = original.at("/CFRubrics/0/CFRubricCriteria/0");
    assertThat(names(criterion))
        .isEqualTo(names(official.schema("CFRubricCriterion").path("properties")));
    assertThat(names(criterion.path("CFRubricCriterionLevels").get(0)))
        .isEqualTo(names(official.schema("CFRubricCriterionLevel").path("properties")));
  }

  @Test
  void version_10_is_made_by_leaving_out_what_11_added() throws Exception {
    JsonNode whole = whole(CaseFixture.FORM_10);

    OfficialCase.of(CaseVersion.V1_0).accepts("CFPackage", whole);
    assertThat(whole.toString()).doesNotContain("extensions", "targetType", "frameworkType");
    assertThat(whole.at("/CFItems/0").has("subject")).isFalse();
    assertThat(whole.at("/CFDocument/subject")).isEqualTo(original.at("/CFDocument/subject"));
    assertThat(whole.at("/CFAssociations/0").has("notes")).isFalse();
    assertThat(whole.at("/CFItems/0/notes").textValue()).isEqualTo("Of the item.");
    assertThat(whole.findValuesAsText("uri")).isEqualTo(urisBut10(original));
  }

  @Test
  void types_of_associations_that_10_lacks_are_related_to() throws Exception {
    List<String> types =
        whole(CaseFixture.FORM_10).path("CFAssociations").findValuesAsText("associationType");
    assertThat(types).doesNotContain("isTranslationOf").noneMatch(type -> type.startsWith("ext:"));
    assertThat(types).filteredOn("isRelatedTo"::equals).hasSize(3);
    assertThat(types).contains("exactMatchOf", "hasSkillLevel", "replacedBy");
  }

  @Test
  void while_a_provider_is_certified_no_extensions_are_sent() throws Exception {
    JsonNode whole = whole(CaseFixture.CERTIFIED);
    assertThat(whole.findValues("extensions")).isEmpty();
    assertThat(whole.findValuesAsText("associationType")).contains("isTranslationOf");
    ObjectNode rest = original.deepCopy();
    withoutExtensions(rest);
    assertThat(whole).isEqualTo(rest);
    for (CaseClass type : List.of(CaseClass.CONCEPT, CaseClass.SUBJECT, CaseClass.ITEM_TYPE)) {
      String identifier =
          original.path("CFDefinitions").path(type.collection()).get(0).path("identifier").asText();
      JsonNode set =
          CaseFixture.json(
              fixture.service.definitions(
                  type, identifier, CaseFixture.asked(CaseFixture.CERTIFIED)));
      assertThat(set.path(type.collection())).hasSize(2);
      assertThat(set.findValues("extensions")).isEmpty();
    }
  }

  @Test
  void with_and_without_extensions_are_two_states() throws Exception {
    String with =
        fixture
            .service
            .document(DOCUMENT, CaseFixture.asked(CaseFixture.FORM_11))
            .headers()
            .get("ETag");
    String without =
        fixture
            .service
            .document(DOCUMENT, CaseFixture.asked(CaseFixture.CERTIFIED))
            .headers()
            .get("ETag");
    assertThat(with).isNotEqualTo(without);
  }

  @Test
  void of_a_list_only_the_fields_that_are_asked_for_are_sent() throws Exception {
    DocumentQuery query =
        DocumentQuery.of(
            null, null, null, List.of("identifier,subject", "CFPackageURI"), CaseFixture.FORM_11);
    JsonNode set =
        CaseFixture.json(
            fixture.service.documents(
                query, Paging.of(null, null), Map.of(), CaseFixture.asked(CaseFixture.FORM_11)));
    assertThat(set.path("CFDocuments")).hasSize(1);
    assertThat(names(set.at("/CFDocuments/0")))
        .containsExactlyInAnyOrder("identifier", "subject", "CFPackageURI");
  }

  @Test
  void who_has_a_page_of_the_list_is_told_so() throws Exception {
    DocumentQuery query = DocumentQuery.of(null, "title", "desc", List.of(), CaseFixture.FORM_11);
    Map<String, List<String>> parameters =
        Map.of("limit", List.of("1"), "sort", List.of("title"), "orderBy", List.of("desc"));
    Paging paging = Paging.of("1", null);
    Answer first =
        fixture.service.documents(
            query, paging, parameters, CaseFixture.asked(CaseFixture.FORM_11));
    Asked again =
        new Asked(
            CaseFixture.FORM_11,
            Audience.EVERYONE,
            List.of(first.headers().getOrDefault("ETag", "")),
            Coding.IDENTITY);
    Answer second =
        fixture.service.documents(query, Paging.of("1", null), Map.copyOf(parameters), again);
    assertThat(second.body()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void whatever_goes_wrong_is_told_in_the_words_of_the_version(CaseVersion version)
      throws Exception {
    OfficialCase official = OfficialCase.of(version);
    Dialect dialect = version == CaseVersion.V1_0 ? new Case10Dialect() : new Case11Dialect();
    for (Fault fault : Fault.values()) {
      official.accepts("imsx_StatusInfo", dialect.statusInfo(fault, "Unknown Object"));
    }
    assertThat(dialect.statusInfo(Fault.INVALID_IDENTIFIER, "").toString())
        .contains(version == CaseVersion.V1_0 ? "invaliduuid" : "invalid_uuid");
    assertThat(dialect.statusInfo(Fault.UNAUTHORISED, "").toString())
        .contains(version == CaseVersion.V1_0 ? "unauthorisedrequest" : "unauthorised_request");
  }

  @Test
  void what_is_not_there_is_an_unknown_object_and_what_is_no_uuid_an_invalid_one() {
    refused(Fault.UNKNOWN_OBJECT, "Unknown Object", "eeeeeeee-0000-4000-8000-0000000000ff");
    refused(Fault.INVALID_IDENTIFIER, "Invalid UUID", "no-uuid");
    refused(Fault.INVALID_IDENTIFIER, "Invalid UUID", "01980000-0000-7000-8000-000000000000");
  }

  private void refused(Fault fault, String words, String identifier) {
    Asked asked = CaseFixture.asked(CaseFixture.FORM_11);
    CaseService service = fixture.service;
    List<ThrowingCallable> operations =
        List.of(
            () -> service.document(identifier, asked),
            () -> service.wholePackage(identifier, asked),
            () -> service.item(identifier, asked),
            () -> service.itemAssociations(identifier, asked),
            () -> service.association(identifier, asked),
            () -> service.definition(CaseClass.RUBRIC, identifier, asked),
            () -> service.definitions(CaseClass.CONCEPT, identifier, asked));
    for (ThrowingCallable operation : operations) {
      assertThatThrownBy(operation)
          .isInstanceOfSatisfying(
              ImsxException.class,
              refusal -> {
                assertThat(refusal.fault()).isEqualTo(fault);
                assertThat(refusal.description()).isEqualTo(words);
              });
    }
  }

  private static Set<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The addresses in their order, but those that stand in members that 1.0 lacks. */
  private static List<String> urisBut10(JsonNode whole) {
    JsonNode rest = whole.deepCopy();
    rest.path("CFItems").forEach(item -> ((ObjectNode) item).remove("subjectURI"));
    return rest.findValuesAsText("uri");
  }

  private static void withoutExtensions(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("extensions");
    }
    node.forEach(CaseFormTest::withoutExtensions);
  }
}
