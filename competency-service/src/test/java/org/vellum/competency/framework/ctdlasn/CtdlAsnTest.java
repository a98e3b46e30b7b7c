package org.vellum.competency.framework.ctdlasn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.StrictPackage;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

class CtdlAsnTest {
  private static final List<String> MEMBERS =
      List.of(
          "identifier",
          "uri",
          "fullStatement",
          "CFItemType",
          "humanCodingScheme",
          "conceptKeywords",
          "listEnumeration");

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);
  private final CtdlAsn ctdlAsn = new CtdlAsn(fixture.objects, FrameworkFixture.CLOCK);

  static List<String> realFrameworks() throws Exception {
    try (Stream<Path> files = Files.list(SharedData.path("skills/ctdl-asn-onet"))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("realFrameworks")
  void a_real_framework_is_taken_in_and_goes_out_equal(String file) throws Exception {
    byte[] original = Files.readAllBytes(Path.of(file));
    JsonNode graph = Json.mapper().readTree(original).path("@graph");

    JsonNode strict = StrictPackage.of(fixture, imported(original).identifier());

    assertThat(strict.path("CFItems")).hasSize(graph.size() - 1);
    for (int i = 1; i < graph.size(); i++) {
      JsonNode item = strict.path("CFItems").path(i - 1);
      JsonNode node = graph.path(i);
      assertThat(item.path("fullStatement"))
          .isEqualTo(node.path("ceasn:competencyText").path("en-us"));
      assertThat(item.path("humanCodingScheme")).isEqualTo(node.path("ceasn:codedNotation"));
      assertThat("ce-" + item.path("identifier").asText())
          .isEqualTo(node.path("ceterms:ctid").asText());
    }
    assertThat(strict.path("CFAssociations"))
        .hasSizeGreaterThanOrEqualTo(graph.size() - 1)
        .allMatch(each -> each.path("associationType").asText().equals("isChildOf"));
    assertThat(exported(strict)).isEqualTo(Json.mapper().readTree(original));
  }

  @Test
  void the_same_graph_makes_the_same_package_again() throws Exception {
    byte[] original = Files.readAllBytes(Path.of(realFrameworks().getFirst()));
    imported(original);
    assertThat(fixture.importing(ctdlAsn.read(original).orElseThrow(), false))
        .isInstanceOf(ImportFramework.Result.AlreadyImported.class);
  }

  @Test
  void what_changed_in_case_is_written_anew_and_all_else_stays() throws Exception {
    byte[] original = Files.readAllBytes(Path.of(realFrameworks().getFirst()));
    ObjectNode whole = (ObjectNode) Json.mapper().readTree(ctdlAsn.read(original).orElseThrow());
    ((ObjectNode) whole.path("CFItems").path(2)).put("fullStatement", "Said otherwise");
    fixture.importing(whole.toString());

    ObjectNode expected = (ObjectNode) Json.mapper().readTree(original);
    ((ObjectNode) expected.path("@graph").path(3))
        .set(
            "ceasn:competencyText",
            Json.mapper().createObjectNode().put("en-US", "Said otherwise"));
    assertThat(exported(whole)).isEqualTo(expected);
  }

  private static ObjectNode frameworkOfCase() {
    ObjectNode whole = Packages.ofItems(25);
    Packages.document(whole)
        .put("language", "en-US")
        .put("description", "What it is for")
        .put("adoptionStatus", "Implemented");
    ((ObjectNode) Packages.items(whole).get(0))
        .put("CFItemType", "Skill")
        .put("listEnumeration", "1")
        .putArray("conceptKeywords")
        .add("one")
        .add("two");
    Packages.associate(whole, Packages.item(1), "exactMatchOf", Packages.item(99));
    Packages.associate(whole, Packages.item(2), "precedes", Packages.item(3));
    return whole;
  }

  @Test
  void a_framework_of_case_goes_out_as_the_registry_wants_it() throws Exception {
    ObjectNode whole = frameworkOfCase();
    fixture.importing(whole.toString());

    JsonNode graph = exported(whole).path("@graph");

    assertThat(graph).hasSize(26);
    valid("competency_framework", graph.path(0));
    for (int i = 1; i < graph.size(); i++) {
      valid("competency", graph.path(i));
    }
    JsonNode first = graph.path(1);
    assertThat(first.path("ceasn:hasChild")).hasSize(9);
    assertThat(first.path("ceasn:exactAlignment").path(0).asText()).endsWith(Packages.item(99));
    assertThat(graph.path(3).path("ceasn:prerequisiteAlignment").path(0).asText())
        .endsWith(Packages.item(2));
  }

  @Test
  void a_framework_of_case_comes_back_with_what_ctdl_asn_can_say() throws Exception {
    ObjectNode whole = frameworkOfCase();
    fixture.importing(whole.toString());

    JsonNode back =
        Json.mapper()
            .readTree(ctdlAsn.read(exported(whole).toString().getBytes(UTF_8)).orElseThrow());
    assertThat(back.path("CFItems")).hasSize(25);
    assertThat(back.path("CFAssociations")).hasSize(27);
    for (int i = 0; i < 25; i++) {
      for (String member : MEMBERS) {
        assertThat(back.path("CFItems").path(i).path(member))
            .isEqualTo(whole.path("CFItems").path(i).path(member));
      }
    }
  }

  @Test
  void names_that_a_document_explains_itself_are_read() throws Exception {
    String usual =
        """
        {"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [
          {"@id": "https://x.example/f", "@type": "ceasn:CompetencyFramework",
           "ceasn:name": {"en": "F"}, "ceasn:hasTopChild": ["https://x.example/c"]},
          {"@id": "https://x.example/c", "@type": "ceasn:Competency",
           "ceasn:competencyText": {"en": "Does it"}, "ceasn:codedNotation": "C.1",
           "ceasn:isPartOf": "https://x.example/f"}]}
        """;
    String renamed =
        """
        {"@context": ["https://credreg.net/ctdlasn/schema/context/json",
           {"c": "https://purl.org/ctdlasn/terms/", "id": "@id", "kind": {"@id": "@type"},
            "all": "@graph", "says": {"@id": "c:competencyText", "@container": "@language"},
            "@vocab": "https://purl.org/ctdlasn/terms/"}],
         "all": [
          {"id": "https://x.example/f", "kind": ["c:CompetencyFramework"],
           "c:name": {"en": "F"}, "hasTopChild": [{"id": "https://x.example/c"}]},
          {"id": "https://x.example/c", "kind": "Competency",
           "says": {"en": "Does it"}, "https://purl.org/ctdlasn/terms/codedNotation": "C.1",
           "isPartOf": "https://x.example/f"}]}
        """;
    JsonNode expected = Json.mapper().readTree(ctdlAsn.read(usual.getBytes(UTF_8)).orElseThrow());
    JsonNode read = Json.mapper().readTree(ctdlAsn.read(renamed.getBytes(UTF_8)).orElseThrow());
    assertThat(read.path("CFItems")).hasSize(1);
    assertThat(read.path("CFItems").findValuesAsText("fullStatement")).containsExactly("Does it");
    for (String part : List.of("CFItems", "CFAssociations")) {
      assertThat(read.path(part).findValuesAsText("identifier"))
          .isEqualTo(expected.path(part).findValuesAsText("identifier"));
    }
    assertThat(read.at("/CFItems/0/humanCodingScheme").asText()).isEqualTo("C.1");
  }

  @Test
  void forms_that_others_write_are_read_too() throws Exception {
    String odd =
        """
        {"@context": "x", "@graph": [
          {"@id": "_:b1", "@type": "https://purl.org/ctdlasn/terms/CompetencyFramework",
           "https://purl.org/ctdlasn/terms/name": "Plain",
           "ceasn:hasChild": "ignored", "ceasn:hasTopChild": {"@id": "https://x.example/c"}},
          {"@id": "https://x.example/c", "@type": "ceasn:Competency",
           "ceasn:competencyText": {"de": "Kann", "en": "Can"},
           "ceasn:isChildOf": "https://elsewhere.example/unknown",
           "ceasn:hasChild": [{"@id": "https://x.example/gone"}]},
          {"@id": "https://x.example/scheme", "@type": "skos:ConceptScheme"}]}
        """;
    JsonNode made = Json.mapper().readTree(ctdlAsn.read(odd.getBytes(UTF_8)).orElseThrow());
    assertThat(made.path("CFDocument").path("title").asText()).isEqualTo("Plain");
    assertThat(made.path("CFItems").path(0).path("fullStatement").asText()).isEqualTo("Can");
    assertThat(made.path("CFAssociations")).hasSize(2);
    assertThat(made.path("extensions").path("ctdl-asn").path("others")).hasSize(1);
    assertThat(fixture.importing(made.toString()))
        .isInstanceOf(ImportFramework.Result.Imported.class);
    assertThat(ctdlAsn.read("{\"@context\":1}".getBytes(UTF_8))).isEmpty();
    assertThat(ctdlAsn.read("{".getBytes(UTF_8))).isEmpty();
  }

  private static void valid(String schema, JsonNode node) throws Exception {
    Path file = SharedData.path("ctdl/registry-schemas/" + schema + ".json");
    Schema official =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(Files.readString(file), InputFormat.JSON);
    assertThat(official.validate(node.toString(), InputFormat.JSON)).isEmpty();
  }

  private Framework imported(byte[] document) throws Exception {
    byte[] json = ctdlAsn.read(document).orElseThrow();
    assertThat(fixture.importing(json, false)).isInstanceOf(ImportFramework.Result.Imported.class);
    return framework(Json.mapper().readTree(json));
  }

  private JsonNode exported(JsonNode whole) throws Exception {
    return Json.mapper().readTree(ctdlAsn.write(framework(whole)));
  }

  private Framework framework(JsonNode whole) {
    return fixture
        .frameworks
        .find(
            UUID.fromString(whole.path("CFDocument").path("identifier").asText()),
            Audience.REGISTRARS)
        .orElseThrow();
  }
}
