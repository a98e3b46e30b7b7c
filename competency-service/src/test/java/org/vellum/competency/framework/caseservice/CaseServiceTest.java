package org.vellum.competency.framework.caseservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Served;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

/** Walks every object of what was imported and holds it against the official schemas. */
class CaseServiceTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);

  @ParameterizedTest
  @ValueSource(strings = {"mockDOK", "mockELAPackage-0", "mockIT"})
  void every_object_of_a_real_framework_is_served_as_the_schema_wants(String name)
      throws Exception {
    byte[] json =
        Files.readAllBytes(
            SharedData.path("case/dev-frameworks-smarterbalanced/" + name + ".json"));
    JsonNode original = Json.mapper().readTree(json);

    assertThat(fixture.importing(json, false)).isInstanceOf(Result.Imported.class);

    JsonNode served = walk(original.path("CFDocument").path("identifier").asText());
    for (String collection : List.of("CFItems", "CFAssociations")) {
      for (String member : List.of("identifier", "uri")) {
        assertThat(texts(served.path(collection), member))
            .containsExactlyElementsOf(texts(original.path(collection), member));
      }
    }
  }

  @Test
  void every_object_of_the_demonstrations_framework_is_served_as_the_schema_wants()
      throws Exception {
    String json =
        Files.readString(
                Path.of(
                    System.getProperty("vellum.root", ".."),
                    "start/src/main/resources/demonstration/framework.json"))
            .replace("{baseUrl}", FrameworkFixture.BASE);

    assertThat(fixture.importing(json)).isInstanceOf(Result.Imported.class);

    ObjectNode expected = (ObjectNode) Json.mapper().readTree(json);
    assertThat(walk(expected.path("CFDocument").path("identifier").asText())).isEqualTo(expected);
  }

  @Test
  void a_package_in_which_everything_is_odd_is_served_as_the_schema_wants() throws Exception {
    try (InputStream odd =
        Objects.requireNonNull(CaseServiceTest.class.getResourceAsStream("odd-package.json"))) {
      assertThat(fixture.importing(odd.readAllBytes(), false)).isInstanceOf(Result.Imported.class);
    }
    walk(Packages.DOCUMENT);
  }

  @Test
  void a_definition_is_served_with_its_children() throws Exception {
    ObjectNode whole = Packages.empty();
    var concepts = whole.putObject("CFDefinitions").putArray("CFConcepts");
    String[] codes = {"1", "1.1", "1.1.2", "10", "2"};
    for (int i = 0; i < codes.length; i++) {
      concepts
          .addObject()
          .put("identifier", Packages.item(100 + i))
          .put("title", "Concept " + codes[i])
          .put("hierarchyCode", codes[i]);
    }
    fixture.importing(whole.toString());

    assertThat(
            fixture.objects.listDefinitions(
                CaseClass.CONCEPT, UUID.fromString(Packages.item(100)), Audience.EVERYONE))
        .extracting(served -> CaseForms.read(served.json()).path("hierarchyCode").textValue())
        .containsExactly("1", "1.1", "1.1.2");
  }

  @Test
  void thousands_of_items_come_in_their_order() throws Exception {
    ObjectNode whole = Packages.ofItems(2_500);
    fixture.importing(whole.toString());
    JsonNode served = served(Packages.DOCUMENT);
    assertThat(served.path("CFItems").findValuesAsText("identifier"))
        .isEqualTo(whole.path("CFItems").findValuesAsText("identifier"));
    assertThat(served.path("CFAssociations")).hasSize(2_500);
  }

  /** What the objects of a collection say of themselves, in their order, without repetitions. */
  private static Set<String> texts(JsonNode collection, String member) {
    Set<String> texts = new LinkedHashSet<>();
    collection.forEach(object -> texts.add(object.path(member).asText()));
    return texts;
  }

  /** Checks the package and each object by itself. */
  private JsonNode walk(String identifier) throws IOException {
    Schemas11 schemas = new Schemas11();
    JsonNode whole = served(identifier);
    schemas.accepts("cfpackage", whole);
    schemas.accepts("cfdocument", CaseForms.document(framework(identifier)));
    for (JsonNode item : whole.path("CFItems")) {
      UUID itemIdentifier = UUID.fromString(item.path("identifier").asText());
      ObjectNode alone = CaseForms.withDocument(found(itemIdentifier));
      schemas.accepts("cfitem", alone);
      ObjectNode set = JsonNodeFactory.instance.objectNode();
      set.set("CFItem", alone);
      var associations = set.putArray("CFAssociations");
      fixture
          .objects
          .listAssociationsOf(itemIdentifier, Audience.REGISTRARS)
          .forEach(association -> associations.add(CaseForms.read(association)));
      if (!associations.isEmpty()) {
        schemas.accepts("cfassociationset", set);
      }
    }
    for (JsonNode association : whole.path("CFAssociations")) {
      UUID associationIdentifier = UUID.fromString(association.path("identifier").asText());
      schemas.accepts(
          "cfassociation",
          CaseForms.withDocument(
              fixture
                  .objects
                  .findAssociation(associationIdentifier, Audience.REGISTRARS)
                  .orElseThrow()));
    }
    walkDefinitions(whole, schemas);
    return whole;
  }

  private void walkDefinitions(JsonNode whole, Schemas11 schemas) {
    walkSets(whole, CaseClass.CONCEPT, "cfconceptset", schemas);
    walkSets(whole, CaseClass.SUBJECT, "cfsubjectset", schemas);
    walkSets(whole, CaseClass.ITEM_TYPE, "cfitemtypeset", schemas);
    JsonNode definitions = whole.path("CFDefinitions");
    definitions.path("CFLicenses").forEach(license -> schemas.accepts("cflicense", license));
    definitions
        .path("CFAssociationGroupings")
        .forEach(grouping -> schemas.accepts("cfassociationgrouping", grouping));
    whole.path("CFRubrics").forEach(rubric -> schemas.accepts("cfrubric", rubric));
  }

  private void walkSets(JsonNode whole, CaseClass type, String schema, Schemas11 schemas) {
    for (JsonNode definition : whole.path("CFDefinitions").path(type.collection())) {
      UUID identifier = UUID.fromString(definition.path("identifier").asText());
      ObjectNode set = JsonNodeFactory.instance.objectNode();
      var members = set.putArray(type.collection());
      fixture
          .objects
          .listDefinitions(type, identifier, Audience.REGISTRARS)
          .forEach(served -> members.add(CaseForms.read(served.json())));
      assertThat(members.get(0)).isEqualTo(definition);
      schemas.accepts(schema, set);
    }
  }

  private JsonNode served(String identifier) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PackageWriter(fixture.objects).write(framework(identifier), out);
    return Json.mapper().readTree(out.toString(UTF_8));
  }

  private Framework framework(String identifier) {
    return fixture.frameworks.find(UUID.fromString(identifier), Audience.REGISTRARS).orElseThrow();
  }

  private Served found(UUID item) {
    return fixture.objects.findItem(item, Audience.REGISTRARS).orElseThrow();
  }
}
