package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.mastery.model.EvaluatedLineItem;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Scale;

/**
 * The newest state of a result.
 *
 * @param learner whose result it is
 * @param fact what it says
 */
record StoredResult(UUID learner, Fact fact) {

  static StoredResult of(ResultSet row) throws SQLException {
    Fact fact =
        new Fact(
            row.getObject("id", UUID.class),
            row.getString("source_system"),
            row.getString("sourced_id"),
            lineItem(row),
            row.getString("score_status"),
            Optional.ofNullable(row.getBigDecimal("score")),
            row.getObject("score_date", LocalDate.class),
            row.getObject("source_modified_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getString("comment")),
            row.getBoolean("cleared"),
            objectives(row));
    return new StoredResult(row.getObject("learner", UUID.class), fact);
  }

  private static EvaluatedLineItem lineItem(ResultSet row) throws SQLException {
    return new EvaluatedLineItem(
        row.getString("line_item"),
        row.getString("line_item_title"),
        row.getString("course"),
        row.getString("course_title"),
        Optional.ofNullable(row.getString("category")),
        new Scale(row.getBigDecimal("scale_minimum"), row.getBigDecimal("scale_maximum")));
  }

  private static Map<UUID, BigDecimal> objectives(ResultSet row) throws SQLException {
    Array competencies = row.getArray("competencies");
    if (competencies == null) {
      return Map.of();
    }
    UUID[] ids = (UUID[]) competencies.getArray();
    BigDecimal[] scores = (BigDecimal[]) row.getArray("scores").getArray();
    Map<UUID, BigDecimal> objectives = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      objectives.put(ids[i], scores[i]);
    }
    return objectives;
  }
}
