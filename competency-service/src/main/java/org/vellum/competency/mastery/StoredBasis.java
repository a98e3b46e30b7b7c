package org.vellum.competency.mastery;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.competency.mastery.model.Basis;
import org.vellum.competency.mastery.model.Evidence;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Scale;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.json.Json;

/** What achievements rest on, as rows. */
final class StoredBasis {
  /**
   * The columns of a basis {@code b} and its result {@code r}. The score of a competency or a
   * criterion counts where the rule is about it.
   */
  static final String COLUMNS =
      """
      b.result, b.rule, b.through, r.source_system, r.sourced_id, r.line_item_title,
      r.course_title, r.scale_minimum, r.scale_maximum, coalesce(o.score, r.score) as score,
      r.score_date, r.comment
      """;

  static final String TABLES =
      """
      competency.achievement_basis b
      join competency.evaluation_result r on r.id = b.result
      left join competency.result_objective o on o.result = r.id
       and o.competency = case b.rule #>> '{subject,kind}'
             when 'COMPETENCY' then (b.rule #>> '{subject,id}')::uuid end
      """;

  private StoredBasis() {}

  static Basis of(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    return new Basis(
        row.getObject("result", UUID.class),
        row.getString("source_system"),
        row.getString("sourced_id"),
        row.getString("line_item_title"),
        row.getString("course_title"),
        new Evidence(
            new Scale(row.getBigDecimal("scale_minimum"), row.getBigDecimal("scale_maximum")),
            row.getBigDecimal("score"),
            row.getObject("score_date", LocalDate.class),
            Optional.ofNullable(row.getString("comment"))),
        rule == null ? Optional.empty() : Optional.of(rule(rule)),
        Optional.ofNullable(row.getObject("through", UUID.class)));
  }

  static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("subject"));
  }

  /** A result of an achievement, at its place. */
  private record Placed(UUID achievement, int position, Basis basis) {}

  /** Gives a statement what achievements rest on, as five arrays of the same length. */
  static <T extends SqlStatement<T>> T bind(List<NewAchievement> achievements, T statement) {
    List<Placed> all = new ArrayList<>();
    for (NewAchievement achievement : achievements) {
      int position = 1;
      for (Basis basis : achievement.met().basis()) {
        all.add(new Placed(achievement.id(), position++, basis));
      }
    }
    return statement
        .bind("basisOf", all.stream().map(Placed::achievement).toArray(UUID[]::new))
        .bind(
            "positions",
            all.stream().map(each -> Integer.toString(each.position())).toArray(String[]::new))
        .bind("results", all.stream().map(each -> each.basis().result()).toArray(UUID[]::new))
        .bind(
            "basisRules",
            all.stream()
                .map(each -> each.basis().rule().map(StoredBasis::json).orElse(null))
                .toArray(String[]::new))
        .bind(
            "throughs",
            all.stream().map(each -> each.basis().through().orElse(null)).toArray(UUID[]::new));
  }

  static String json(Record stored) {
    try {
      return Json.mapper().writeValueAsString(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record of ours can be written as JSON", e);
    }
  }

  private static Rule rule(String json) {
    try {
      return Json.mapper().readValue(json, Rule.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule can be read", e);
    }
  }
}
