package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.competency.framework.caseservice.query.DocumentQuery;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/**
 * Walks every operation of the official OpenAPI documents of 1.0 and 1.1, and by each every entity
 * of every framework that there is to test with.
 */
class CaseContractTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency");

  private static final List<JsonNode> WHOLE = new ArrayList<>();
  private static final CaseFixture CASE = new CaseFixture(database);

  @BeforeAll
  static void frameworks() throws Exception {
    for (byte[] json : CaseFixture.packages()) {
      CASE.importing(json);
      WHOLE.add(Json.mapper().readTree(json));
    }
  }

  @AfterAll
  static void close() throws Exception {
    CASE.close();
  }

  /** An operation for an identifier. */
  private interface Operation {
    Answer answer(String identifier, Asked asked) throws Exception;
  }

  private static Operation operation(String path) {
    CaseService service = CASE.service;
    return switch (path) {
      case "/CFDocuments/{sourcedId}" -> service::document;
      case "/CFPackages/{sourcedId}" -> service::wholePackage;
      case "/CFItems/{sourcedId}" -> service::item;
      case "/CFItemAssociations/{sourcedId}" -> service::itemAssociations;
      case "/CFAssociations/{sourcedId}" -> service::association;
      case "/CFConcepts/{sourcedId}" -> (id, by) -> service.definitions(CaseClass.CONCEPT, id, by);
      case "/CFSubjects/{sourcedId}" -> (id, by) -> service.definitions(CaseClass.SUBJECT, id, by);
      case "/CFItemTypes/{sourcedId}" ->
          (id, by) -> service.definitions(CaseClass.ITEM_TYPE, id, by);
      case "/CFLicenses/{sourcedId}" -> (id, by) -> service.definition(CaseClass.LICENSE, id, by);
      case "/CFAssociationGroupings/{sourcedId}" ->
          (id, by) -> service.definition(CaseClass.ASSOCIATION_GROUPING, id, by);
      case "/CFRubrics/{sourcedId}" -> (id, by) -> service.definition(CaseClass.RUBRIC, id, by);
      default -> throw new AssertionError("an operation that nobody tests: " + path);
    };
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void every_entity_is_served_by_every_operation_as_the_openapi_document_wants(CaseVersion version)
      throws Exception {
    OfficialCase official = OfficialCase.of(version);
    CaseForm form = new CaseForm(version, true);
    for (Map.Entry<String, JsonNode> each : official.operations().entrySet()) {
      if (each.getKey().equals("/CFDocuments")) {
        continue; // the next test's
      }
      String schema = OfficialCase.answer(each.getValue());
      Operation operation = operation(each.getKey());
      Set<String> identifiers = identifiers(each.getKey());
      assertThat(identifiers).as(each.getKey()).isNotEmpty();
      for (String identifier : identifiers) {
        Answer answer = operation.answer(identifier, CaseFixture.byRegistrar(form));
        JsonNode served = CaseFixture.json(answer);
        if (!served.path("CFAssociations").isEmpty() || !schema.equals("CFAssociationSet")) {
          official.accepts(schema, served);
        }
        assertThat(answer.headers()).containsKeys("ETag", "Cache-Control", "Vary");
        isKnownByItsTag(operation, identifier, form, answer.headers().getOrDefault("ETag", ""));
      }
    }
  }

  private static void isKnownByItsTag(
      Operation operation, String identifier, CaseForm form, String tag) throws Exception {
    Asked again =
        new Asked(form, CaseFixture.byRegistrar(form).audience(), List.of(tag), Coding.IDENTITY);
    Answer unchanged = operation.answer(identifier, again);
    assertThat(unchanged.body()).as(identifier).isEmpty();
    assertThat(unchanged.headers()).containsEntry("ETag", tag);
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void every_document_is_listed_as_the_openapi_document_wants(CaseVersion version)
      throws Exception {
    OfficialCase official = OfficialCase.of(version);
    assertThat(official.operations()).containsKey("/CFDocuments");
    CaseForm form = new CaseForm(version, true);
    DocumentQuery all = DocumentQuery.of(null, null, null, List.of(), form);
    Answer answer =
        CASE.service.documents(all, Paging.of(null, null), Map.of(), CaseFixture.byRegistrar(form));
    JsonNode set = CaseFixture.json(answer);
    official.accepts("CFDocumentSet", set);
    assertThat(set.path("CFDocuments").findValuesAsText("creator")).hasSize(WHOLE.size());
    assertThat(answer.headers())
        .containsEntry("X-Total-Count", Integer.toString(WHOLE.size()))
        .containsKeys("Link", "ETag");
  }

  @Test
  void every_object_of_version_11_is_what_the_official_json_schemas_want() throws Exception {
    OfficialSchemas11 schemas = new OfficialSchemas11();
    OfficialCase official = OfficialCase.of(CaseVersion.V1_1);
    for (Map.Entry<String, JsonNode> each : official.operations().entrySet()) {
      for (String identifier : identifiers(each.getKey())) {
        JsonNode served =
            CaseFixture.json(
                operation(each.getKey())
                    .answer(identifier, CaseFixture.byRegistrar(CaseFixture.FORM_11)));
        String schema = OfficialCase.answer(each.getValue());
        if (!served.path("CFAssociations").isEmpty() || !schema.equals("CFAssociationSet")) {
          schemas.accepts(schema, served);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void an_object_says_the_same_alone_and_in_its_package(CaseVersion version) throws Exception {
    CaseForm form = new CaseForm(version, true);
    for (JsonNode whole : WHOLE) {
      String document = identifier(whole.path("CFDocument"));
      JsonNode served =
          CaseFixture.json(CASE.service.wholePackage(document, CaseFixture.byRegistrar(form)));
      for (JsonNode item : served.path("CFItems")) {
        JsonNode alone =
            CaseFixture.json(CASE.service.item(identifier(item), CaseFixture.byRegistrar(form)));
        assertThat(alone.path("uri")).isEqualTo(item.path("uri"));
        assertThat(alone.path("CFDocumentURI").path("identifier").textValue()).isEqualTo(document);
        assertThat(
                ((com.fasterxml.jackson.databind.node.ObjectNode) alone)
                    .without("CFDocumentURI")
                    .toString())
            .isEqualTo(item.toString());
      }
    }
  }

  @Test
  void a_package_has_every_object_in_its_order_with_its_publishers_address() throws Exception {
    for (JsonNode whole : WHOLE) {
      String document = identifier(whole.path("CFDocument"));
      if (document.equals(Packages.DOCUMENT)) {
        continue; // the odd one, whose objects have no addresses
      }
      JsonNode served =
          CaseFixture.json(
              CASE.service.wholePackage(document, CaseFixture.byRegistrar(CaseFixture.FORM_11)));
      for (String collection : List.of("CFItems", "CFAssociations")) {
        for (String member : List.of("identifier", "uri")) {
          assertThat(texts(served.path(collection), member))
              .containsExactlyElementsOf(texts(whole.path(collection), member));
        }
      }
    }
  }

  @Test
  void the_demonstrations_framework_is_served_as_it_was_published() throws Exception {
    JsonNode demonstration = CaseFixture.demonstration();
    assertThat(
            CaseFixture.json(
                CASE.service.wholePackage(
                    identifier(demonstration.path("CFDocument")),
                    CaseFixture.asked(CaseFixture.FORM_11))))
        .isEqualTo(demonstration);
  }

  /** What the objects of a collection say of themselves, in their order, without repetitions. */
  private static Set<String> texts(JsonNode collection, String member) {
    Set<String> texts = new LinkedHashSet<>();
    collection.forEach(object -> texts.add(object.path(member).asText()));
    return texts;
  }

  /** The identifiers, in all packages, of the objects that a path asks for. */
  private static Set<String> identifiers(String path) {
    Set<String> identifiers = new LinkedHashSet<>();
    String collection = path.replaceAll("^/|/\\{.*", "");
    for (JsonNode whole : WHOLE) {
      switch (collection) {
        case "CFDocuments", "CFPackages" -> {
          if (path.contains("{")) {
            identifiers.add(identifier(whole.path("CFDocument")));
          }
        }
        case "CFItemAssociations" -> addAll(whole.path("CFItems"), identifiers);
        case "CFItems", "CFAssociations", "CFRubrics" ->
            addAll(whole.path(collection), identifiers);
        default -> addAll(whole.path("CFDefinitions").path(collection), identifiers);
      }
    }
    return identifiers;
  }

  private static void addAll(JsonNode objects, Set<String> identifiers) {
    objects.forEach(object -> identifiers.add(identifier(object)));
  }

  private static String identifier(JsonNode object) {
    return object.path("identifier").asText().toLowerCase(java.util.Locale.ROOT);
  }
}
