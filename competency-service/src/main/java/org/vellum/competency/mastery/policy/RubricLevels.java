package org.vellum.competency.mastery.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.mastery.model.Level;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Repository;

/**
 * The levels of a framework's rubrics (CASE 1.1, CFRubricCriterionLevel) as shares of a scale: a
 * level's score as a part of the greatest score of its criterion, for line items whose scale begins
 * at 0. A level without a score or a name is none.
 */
@Repository
public class RubricLevels {
  private static final int DIGITS = 6;

  private final Jdbi jdbi;

  @Inject
  public RubricLevels(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The levels of all its criteria, the highest first; of two with a name, the first one's. */
  public List<Level> list(UUID framework) {
    Map<String, Level> levels = new LinkedHashMap<>();
    List<String> rubrics =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select sent from competency.cf_definition
                     where framework = :framework and collection = 'CFRubrics'
                       and retired_at is null order by position
                    """)
                .bind("framework", framework)
                .mapTo(String.class)
                .list());
    for (String rubric : rubrics) {
      for (JsonNode criterion : read(rubric).path("CFRubricCriteria")) {
        of(criterion).forEach(level -> levels.putIfAbsent(level.name(), level));
      }
    }
    return levels.values().stream()
        .sorted(Comparator.comparing(Level::share).reversed().thenComparing(Level::name))
        .toList();
  }

  /** The same by name, as a policy names them. */
  public Map<String, BigDecimal> shares(UUID framework) {
    Map<String, BigDecimal> shares = new LinkedHashMap<>();
    list(framework).forEach(level -> shares.put(level.name(), level.share()));
    return shares;
  }

  private static List<Level> of(JsonNode criterion) {
    List<JsonNode> levels = new ArrayList<>();
    criterion.path("CFRubricCriterionLevels").forEach(levels::add);
    BigDecimal greatest =
        levels.stream()
            .map(level -> level.path("score").decimalValue())
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    if (greatest.signum() <= 0) {
      return List.of();
    }
    return levels.stream()
        .filter(level -> level.path("score").isNumber() && !name(level).isEmpty())
        .filter(level -> level.path("score").decimalValue().signum() >= 0)
        .map(level ->
            new Level(
                name(level),
                level
                    .path("score")
                    .decimalValue()
                    .divide(greatest, DIGITS, RoundingMode.DOWN)
                    .stripTrailingZeros()))
        .toList();
  }

  private static String name(JsonNode level) {
    return level.path("quality").asText().strip();
  }

  private static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
