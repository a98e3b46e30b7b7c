package org.vellum.competency.evaluation.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rubric by which work is judged (CASE 1.1, CFRubric): criteria, each with levels.
 *
 * @param identifier its identifier
 * @param title its title
 * @param description its description; empty if it has none
 * @param criteria its criteria in their order, those without two levels left out
 */
public record Rubric(
    String identifier, String title, String description, List<Criterion> criteria) {

  public Rubric {
    criteria = List.copyOf(criteria);
  }

  /**
   * A criterion (CFRubricCriterion).
   *
   * @param identifier its identifier
   * @param title its category, or its description
   * @param description its description, if it also has a category
   * @param item the CFItem that it is about, where it is about one
   * @param weight its part of the whole
   * @param levels its levels from the least to the greatest
   */
  public record Criterion(
      String identifier,
      String title,
      String description,
      Optional<UUID> item,
      BigDecimal weight,
      List<Level> levels) {

    public Criterion {
      levels = List.copyOf(levels);
    }

    /** The level with this identifier. */
    Optional<Level> find(String identifier) {
      return levels.stream().filter(level -> level.identifier().equals(identifier)).findFirst();
    }

    /** How far a level is on the way from the least to the greatest: 0 to 1. */
    BigDecimal share(Level level) {
      BigDecimal least = levels.getFirst().score();
      BigDecimal range = levels.getLast().score().subtract(least);
      return range.signum() == 0
          ? BigDecimal.ONE
          : level.score().subtract(least).divide(range, MathContext.DECIMAL64);
    }
  }

  /**
   * A level (CFRubricCriterionLevel).
   *
   * @param identifier its identifier
   * @param quality what it is called
   * @param description what it means
   * @param score what it counts; where the rubric says nothing, its place among the levels
   */
  public record Level(String identifier, String quality, String description, BigDecimal score) {}

  /** Reads a rubric as CASE 1.1 has it. */
  static Rubric of(JsonNode json) {
    List<Criterion> criteria = new ArrayList<>();
    ordered(json.path("CFRubricCriteria"))
        .forEach(each -> criterion(each).ifPresent(criteria::add));
    return new Rubric(
        json.path("identifier").asText(),
        json.path("title").asText(json.path("identifier").asText()),
        json.path("description").asText(""),
        criteria);
  }

  private static Optional<Criterion> criterion(JsonNode json) {
    List<JsonNode> given = ordered(json.path("CFRubricCriterionLevels"));
    boolean scored = given.stream().allMatch(level -> level.path("score").isNumber());
    List<Level> levels = new ArrayList<>();
    for (JsonNode level : given) {
      levels.add(
          new Level(
              level.path("identifier").asText(),
              level.path("quality").asText(level.path("description").asText("")),
              level.has("quality") ? level.path("description").asText("") : "",
              scored ? level.path("score").decimalValue() : BigDecimal.valueOf(levels.size())));
    }
    levels.sort(Comparator.comparing(Level::score));
    String category = json.path("category").asText("");
    String description = json.path("description").asText("");
    JsonNode weight = json.path("weight");
    return levels.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Criterion(
                json.path("identifier").asText(),
                category.isEmpty() ? description : category,
                category.isEmpty() ? "" : description,
                item(json.at("/CFItemURI/identifier").asText()),
                weight.isNumber() && weight.decimalValue().signum() > 0
                    ? weight.decimalValue()
                    : BigDecimal.ONE,
                levels));
  }

  private static Optional<UUID> item(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static List<JsonNode> ordered(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    all.sort(Comparator.comparingInt(each -> each.path("position").asInt(Integer.MAX_VALUE)));
    return all;
  }
}
