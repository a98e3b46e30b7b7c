package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.start.DemonstrationFiles.byId;
import static org.vellum.start.DemonstrationFiles.ids;
import static org.vellum.start.DemonstrationFiles.json;
import static org.vellum.start.DemonstrationFiles.list;
import static org.vellum.start.DemonstrationFiles.row;
import static org.vellum.start.DemonstrationFiles.table;
import static org.vellum.start.DemonstrationFiles.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue of the demonstration fits its roster and its framework. */
class DemonstrationCatalogueTest {

  private final Map<String, Map<String, String>> lineItems = byId("lineItems");
  private final JsonNode catalogue = json("catalogue.json");
  private final List<JsonNode> evidence = list(catalogue.path("evidence"));
  private final Set<String> competencies =
      list(json("framework.json").path("CFItems")).stream()
          .map(item -> item.path("identifier").asText())
          .collect(Collectors.toSet());

  @Test
  void every_course_is_completed_by_one_final_evaluation() {
    List<String> finals =
        lineItems.values().stream()
            .filter(item -> value(item, "categorySourcedId").equals("category-final"))
            .map(item -> value(row("classes", value(item, "classSourcedId")), "courseSourcedId"))
            .toList();

    assertThat(finals).containsExactlyInAnyOrderElementsOf(ids("courses"));
    assertThat(list(catalogue.path("courses")))
        .allSatisfy(course -> {
          assertThat(ids("categories")).contains(course.at("/completedBy/category").asText());
          assertFraction(course.at("/completedBy/threshold"));
          assertThat(course.path("credits").decimalValue()).isPositive();
        })
        .extracting(course -> course.path("courseSourcedId").asText())
        .containsExactlyInAnyOrderElementsOf(ids("courses"));
  }

  @Test
  void programs_are_made_of_courses_of_the_roster() {
    for (JsonNode program : catalogue.path("programs")) {
      assertThat(LocalDate.parse(program.path("effectiveFrom").asText())).isAfter("2025-01-01");
      assertThat(ids("courses"))
          .containsAll(list(program.path("courses")).stream().map(JsonNode::asText).toList());
    }
    assertThat(catalogue.path("programs")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void evidence_leads_from_a_line_item_or_course_to_a_competency() {
    for (JsonNode rule : evidence) {
      assertThat(rule.has("lineItem")).isNotEqualTo(rule.has("course"));
      assertThat(rule.has("lineItem") ? lineItems.keySet() : ids("courses"))
          .contains(rule.path(rule.has("lineItem") ? "lineItem" : "course").asText());
      assertThat(competencies).contains(rule.path("competency").asText());
      assertFraction(rule.path("threshold"));
    }
    assertThat(evidence.stream().map(rule -> rule.path("competency").asText()).distinct())
        .hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void the_catalogue_covers_exactly_what_the_line_items_evaluate() {
    Set<String> evaluated =
        table("lineItemLearningObjectiveIds").stream()
            .filter(row -> value(row, "source").equals("case"))
            .map(row -> value(row, "lineItemSourcedId") + " " + value(row, "learningObjectiveId"))
            .collect(Collectors.toSet());

    assertThat(
            evidence.stream()
                .filter(rule -> rule.has("lineItem"))
                .map(rule ->
                    rule.path("lineItem").asText() + " " + rule.path("competency").asText()))
        .containsExactlyInAnyOrderElementsOf(evaluated);
  }

  private static void assertFraction(JsonNode threshold) {
    assertThat(threshold.decimalValue()).isPositive().isLessThanOrEqualTo(BigDecimal.ONE);
  }
}
