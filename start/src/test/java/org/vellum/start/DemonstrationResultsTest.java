package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.start.DemonstrationFiles.byId;
import static org.vellum.start.DemonstrationFiles.json;
import static org.vellum.start.DemonstrationFiles.list;
import static org.vellum.start.DemonstrationFiles.row;
import static org.vellum.start.DemonstrationFiles.table;
import static org.vellum.start.DemonstrationFiles.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The results of the demonstration fit its roster and give what its README promises. */
class DemonstrationResultsTest {

  private final Map<String, Map<String, String>> lineItems = byId("lineItems");
  private final List<JsonNode> results = list(json("results.json"));
  private final List<JsonNode> evidence = list(json("catalogue.json").path("evidence"));

  @Test
  void a_result_belongs_to_a_learner_who_is_enrolled_in_the_class() {
    Set<String> enrolled =
        table("enrollments").stream()
            .filter(row -> value(row, "role").equals("student"))
            .map(row -> value(row, "userSourcedId") + " " + value(row, "classSourcedId"))
            .collect(Collectors.toSet());

    assertThat(results)
        .allSatisfy(result ->
            assertThat(enrolled)
                .contains(
                    result.path("student").asText()
                        + " "
                        + value(lineItemOf(result), "classSourcedId")));
    assertThat(results).extracting(r -> r.path("sourcedId").asText()).doesNotHaveDuplicates();
  }

  @Test
  void scores_are_within_the_scale_of_their_line_item() {
    for (JsonNode result : results) {
      BigDecimal lowest = new BigDecimal(value(lineItemOf(result), "resultValueMin"));
      BigDecimal highest = new BigDecimal(value(lineItemOf(result), "resultValueMax"));
      assertThat(result.path("score").decimalValue()).isBetween(lowest, highest);
      result
          .path("learningObjectives")
          .forEach(o -> assertThat(o.path("score").decimalValue()).isBetween(lowest, highest));
    }
  }

  @Test
  void a_result_scores_exactly_the_competencies_of_its_line_item() {
    Map<String, Set<String>> evaluated =
        table("lineItemLearningObjectiveIds").stream()
            .collect(
                Collectors.groupingBy(
                    row -> value(row, "lineItemSourcedId"),
                    Collectors.mapping(
                        row -> value(row, "learningObjectiveId"), Collectors.toSet())));

    assertThat(results)
        .allSatisfy(result ->
            assertThat(list(result.path("learningObjectives")))
                .extracting(objective -> objective.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(
                    evaluated.getOrDefault(result.path("lineItem").asText(), Set.of())));
  }

  @Test
  void a_score_is_dated_after_the_work_was_assigned_and_within_2025_and_2026() {
    for (JsonNode result : results) {
      LocalDate scored = LocalDate.parse(result.path("scoreDate").asText());
      assertThat(scored)
          .isAfter(LocalDate.parse(value(lineItemOf(result), "assignDate")))
          .isBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
    }
  }

  @Test
  void amara_lukas_and_mateo_attain_what_the_readme_promises() {
    System.out.printf(
        "Demonstration: %d line items, %d rules of evidence, %d results%n",
        lineItems.size(), evidence.size(), results.size());
    assertThat(attainments("learner-amara")).hasSize(14);
    assertThat(attainments("learner-lukas")).hasSize(6);
    assertThat(attainments("learner-mateo")).hasSize(68);
    assertThat(completions("learner-amara")).hasSize(4);
    assertThat(completions("learner-lukas")).hasSize(1);
    assertThat(completions("learner-mateo")).hasSize(8);
  }

  /** What the rules of evidence give a learner, counted apart from the code that decides it. */
  private Set<String> attainments(String learner) {
    Set<String> attained = new HashSet<>();
    for (JsonNode rule : evidence) {
      results.stream()
          .filter(result -> result.path("student").asText().equals(learner))
          .filter(result -> reaches(result, rule))
          .forEach(result -> attained.add(rule.path("competency").asText()));
    }
    return attained;
  }

  private boolean reaches(JsonNode result, JsonNode rule) {
    BigDecimal threshold = rule.path("threshold").decimalValue();
    if (rule.has("course")) {
      return isFinalOf(result, rule.path("course").asText())
          && fraction(result, result.path("score")).compareTo(threshold) >= 0;
    }
    return result.path("lineItem").equals(rule.path("lineItem"))
        && list(result.path("learningObjectives")).stream()
            .filter(objective -> objective.path("id").equals(rule.path("competency")))
            .anyMatch(o -> fraction(result, o.path("score")).compareTo(threshold) >= 0);
  }

  private List<String> completions(String learner) {
    return results.stream()
        .filter(result -> result.path("student").asText().equals(learner))
        .filter(result -> value(lineItemOf(result), "categorySourcedId").equals("category-final"))
        .filter(result -> result.path("score").asInt() >= 70)
        .map(result -> result.path("lineItem").asText())
        .distinct()
        .toList();
  }

  private boolean isFinalOf(JsonNode result, String course) {
    Map<String, String> item = lineItemOf(result);
    Map<String, String> taught = row("classes", value(item, "classSourcedId"));
    return value(item, "categorySourcedId").equals("category-final")
        && value(taught, "courseSourcedId").equals(course);
  }

  private BigDecimal fraction(JsonNode result, JsonNode score) {
    BigDecimal lowest = new BigDecimal(value(lineItemOf(result), "resultValueMin"));
    BigDecimal highest = new BigDecimal(value(lineItemOf(result), "resultValueMax"));
    return score
        .decimalValue()
        .subtract(lowest)
        .divide(highest.subtract(lowest), MathContext.DECIMAL64);
  }

  private Map<String, String> lineItemOf(JsonNode result) {
    String item = result.path("lineItem").asText();
    return Objects.requireNonNull(lineItems.get(item), item);
  }
}
