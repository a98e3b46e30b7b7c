package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;

/** What we say of the service is what the official document says, in our own words. */
class DiscoveryDocumentTest {
  /** Its official schema refers to others where ours tells all at once. */
  private static final String STATUS_INFO = "imsx_StatusInfo";

  private static DiscoveryDocument of(CaseVersion version) {
    return new DiscoveryDocument(new CaseForm(version, true), URI.create("https://vellum.example"));
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void it_tells_every_operation_with_its_parameters_and_answers(CaseVersion version)
      throws Exception {
    JsonNode paths = of(version).json().path("paths");
    Map<String, JsonNode> official = OfficialCase.of(version).operations();
    assertThat(names(paths)).isEqualTo(new TreeSet<>(official.keySet()));
    official.forEach((path, operation) -> {
      JsonNode ours = paths.path(path).path("get");
      assertThat(ours.path("operationId")).isEqualTo(operation.path("operationId"));
      assertThat(ours.path("parameters").findValuesAsText("name"))
          .isEqualTo(operation.path("parameters").findValuesAsText("name"));
      assertThat(ours.path("parameters").findValuesAsText("in"))
          .isEqualTo(operation.path("parameters").findValuesAsText("in"));
      assertThat(names(ours.path("responses"))).isEqualTo(names(operation.path("responses")));
      assertThat(ours.at("/responses/200").findValue("$ref").asText())
          .endsWith("/" + OfficialCase.answer(operation));
    });
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void it_tells_every_class_with_its_members(CaseVersion version) throws Exception {
    OfficialCase official = OfficialCase.of(version);
    of(version)
        .json()
        .at("/components/schemas")
        .properties()
        .forEach(each -> {
          JsonNode theirs = official.schema(each.getKey());
          JsonNode ours = each.getValue();
          assertThat(names(ours.path("properties")))
              .as(each.getKey())
              .isEqualTo(names(theirs.path("properties")));
          assertThat(texts(ours.path("required")))
              .as(each.getKey())
              .isEqualTo(texts(theirs.path("required")));
          if (!each.getKey().equals(STATUS_INFO)) {
            ours.path("properties")
                .properties()
                .forEach(member -> {
                  JsonNode meant = theirs.path("properties").path(member.getKey());
                  assertThat(member.getValue().path("type"))
                      .as("%s.%s", each.getKey(), member.getKey())
                      .isEqualTo(type(meant));
                });
          }
        });
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void its_words_for_errors_and_associations_are_the_official_ones(CaseVersion version)
      throws Exception {
    JsonNode ours = of(version).json().at("/components/schemas");
    OfficialCase official = OfficialCase.of(version);
    assertThat(
            texts(
                ours.path("CFPckgAssociation")
                    .path("properties")
                    .path("associationType")
                    .findValue("enum")))
        .isEqualTo(
            texts(
                official
                    .schema("CFPckgAssociation")
                    .path("properties")
                    .path("associationType")
                    .findValue("enum")));
    assertThat(texts(official.schema("imsx_CodeMinorField").findValue("enum")))
        .containsAll(
            texts(ours.path("imsx_StatusInfo").findValue("imsx_codeMinorFieldValue").path("enum")));
  }

  @ParameterizedTest
  @EnumSource(CaseVersion.class)
  void it_stands_where_the_binding_wants_it_and_names_this_server(CaseVersion version) {
    DiscoveryDocument description = of(version);
    assertThat(description.fileName())
        .isEqualTo("imscase" + version.path() + "_openapi3_v1p0.json");
    assertThat(description.json().at("/servers/0/url").asText())
        .isEqualTo("https://vellum.example/competency/ims/case/" + version.path());
    assertThat(description.json().at("/openapi").asText()).startsWith("3.0");
  }

  /** Of a reference, whose place differs, the type is not compared; extensions are objects. */
  private static JsonNode type(JsonNode meant) {
    String reference = meant.path("$ref").asText();
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    boolean isText = name.startsWith("UUID") || name.startsWith("URL");
    boolean isExtension = name.contains("Extension");
    return isText || isExtension
        ? com.fasterxml.jackson.databind.node.TextNode.valueOf(isText ? "string" : "object")
        : meant.path("type");
  }

  private static Set<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    TreeSet<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
