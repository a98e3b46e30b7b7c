package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demonstration framework is a sound CASE 1.1 package. */
class DemonstrationFrameworkTest {

  private static final String SCHEMA =
      "../shared/data/case/schema-1.1/case_v1p1_cfpackage-jsonschema1.json";

  /** The pattern of the official schema, anchored. */
  private static final String IDENTIFIER =
      "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private static final String ADDRESS = "{baseUrl}/competency/ims/case/v1p1/";

  private final JsonNode framework = DemonstrationFiles.json("framework.json");
  private final List<JsonNode> items = DemonstrationFiles.list(framework.path("CFItems"));
  private final List<JsonNode> associations =
      DemonstrationFiles.list(framework.path("CFAssociations"));

  @Test
  void the_loaded_framework_is_valid_against_the_official_schema() throws IOException {
    Schema schema = officialSchema();
    String loaded = framework.toString().replace("{baseUrl}", "http://localhost:9080");

    List<Error> errors =
        schema.validate(
            loaded,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));

    assertThat(errors).isEmpty();
  }

  @Test
  void the_official_schema_refuses_a_framework_without_a_title() throws IOException {
    ObjectNode broken = framework.deepCopy();
    ((ObjectNode) broken.path("CFDocument")).remove("title");

    assertThat(officialSchema().validate(broken)).isNotEmpty();
  }

  @Test
  void it_has_at_least_66_items_in_three_levels() {
    Map<Integer, Long> levels =
        items.stream().collect(Collectors.groupingBy(this::level, Collectors.counting()));

    System.out.printf("Framework: %d items by level %s%n", items.size(), levels);
    assertThat(items).hasSizeGreaterThanOrEqualTo(66);
    assertThat(levels).containsOnlyKeys(1, 2, 3);
  }

  @Test
  void every_item_has_one_parent_and_its_code_says_which() {
    Map<String, String> codes =
        items.stream()
            .collect(Collectors.toMap(this::identifier, i -> i.path("humanCodingScheme").asText()));
    Map<String, String> parents =
        children()
            .collect(
                Collectors.toMap(
                    a -> a.at("/originNodeURI/identifier").asText(),
                    a -> a.at("/destinationNodeURI/identifier").asText()));

    assertThat(parents).containsOnlyKeys(codes.keySet());
    codes.forEach((id, code) ->
        assertThat(codes.getOrDefault(parents.get(id), "ADP"))
            .as("parent of %s", code)
            .isEqualTo(code.substring(0, code.lastIndexOf('.'))));
  }

  @Test
  void siblings_are_numbered_without_a_gap() {
    Map<String, Set<Integer>> numbers =
        children()
            .collect(
                Collectors.groupingBy(
                    a -> a.at("/destinationNodeURI/identifier").asText(),
                    Collectors.mapping(a -> a.path("sequenceNumber").asInt(), Collectors.toSet())));

    numbers.values().forEach(set -> assertThat(set).contains(1, set.size()));
    assertThat(numbers.values().stream().mapToInt(Set::size).sum()).isEqualTo(items.size());
  }

  @Test
  void identifiers_are_unique_and_every_address_ends_in_its_identifier() {
    Set<String> seen = new HashSet<>();
    forEachOwnObject(node -> {
      String identifier = identifier(node);
      assertThat(identifier).matches(IDENTIFIER);
      assertThat(seen.add(identifier)).as(identifier).isTrue();
      assertThat(node.path("uri").asText()).startsWith(ADDRESS).endsWith(identifier);
    });
    assertThat(seen).hasSizeGreaterThan(items.size() + associations.size());
  }

  @Test
  void only_alignments_to_the_neighboring_framework_lead_outside() {
    Set<String> own = new HashSet<>();
    forEachOwnObject(node -> own.add(identifier(node)));

    assertThat(framework.findValuesAsText("identifier").stream().filter(id -> !own.contains(id)))
        .containsExactlyInAnyOrderElementsOf(
            associations.stream()
                .filter(a -> a.path("associationType").asText().equals("exactMatchOf"))
                .map(a -> a.at("/destinationNodeURI/identifier").asText())
                .toList());
  }

  @Test
  void texts_keep_to_the_lengths_of_the_implementation_guide() {
    assertThat(items)
        .allSatisfy(item -> {
          assertThat(item.path("fullStatement").asText()).hasSizeBetween(60, 4096);
          assertThat(item.path("abbreviatedStatement").asText()).hasSizeBetween(4, 60);
          assertThat(item.path("humanCodingScheme").asText()).matches("ADP(\\.\\w)+");
          assertThat(item.path("conceptKeywords").toString()).hasSizeBetween(10, 300);
        });
    assertThat(items).extracting(i -> i.path("fullStatement").asText()).doesNotHaveDuplicates();
  }

  @Test
  void the_weights_of_the_rubric_add_up_to_one() {
    List<JsonNode> criteria =
        DemonstrationFiles.list(framework.path("CFRubrics").path(0).path("CFRubricCriteria"));

    assertThat(criteria.stream().mapToInt(c -> (int) Math.round(100 * weight(c))).sum())
        .isEqualTo(100);
    assertThat(criteria).allMatch(c -> c.path("CFRubricCriterionLevels").size() == 4);
  }

  private static double weight(JsonNode criterion) {
    return criterion.path("weight").asDouble();
  }

  private static Schema officialSchema() throws IOException {
    Path file = Path.of(System.getProperty("vellum.root", "..")).resolve(SCHEMA);
    assumeTrue(
        Files.exists(file),
        () -> "SKIPPED: the official CASE 1.1 schema is not at " + file.toAbsolutePath());
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
        .getSchema(Files.readString(file));
  }

  private Stream<JsonNode> children() {
    return associations.stream()
        .filter(a -> a.path("associationType").asText().equals("isChildOf"));
  }

  /** Everything this package defines, which is all that says when it last changed. */
  private void forEachOwnObject(Consumer<JsonNode> consumer) {
    framework.findParents("lastChangeDateTime").forEach(consumer);
  }

  private String identifier(JsonNode node) {
    return node.path("identifier").asText();
  }

  private int level(JsonNode item) {
    return item.path("humanCodingScheme").asText().split("\\.", -1).length - 1;
  }
}
