package org.vellum.competency.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.roster.LineItem;

/**
 * The turn to store a result, with what the roster knows of those whom it names. Nobody else has
 * the same turn until the transaction ends.
 *
 * @param learner our identifier of the learner, if the roster knows one
 * @param lineItem the line item, if the roster knows it
 * @param wasRejected whether the result stands among the rejected
 */
record Turn(Optional<UUID> learner, Optional<LineItem> lineItem, boolean wasRejected) {

  static Turn of(ResultSet row) throws SQLException {
    return new Turn(
        Optional.ofNullable(row.getObject("learner", UUID.class)),
        row.getString("sourced_id") == null ? Optional.empty() : Optional.of(item(row)),
        row.getBoolean("was_rejected"));
  }

  private static LineItem item(ResultSet row) throws SQLException {
    return new LineItem(
        row.getString("sourced_id"),
        row.getString("title"),
        row.getString("class_sourced_id"),
        row.getString("course_sourced_id"),
        row.getString("course_title"),
        Optional.ofNullable(row.getString("course_code")),
        Optional.ofNullable(row.getString("category_sourced_id")),
        row.getBigDecimal("result_value_min"),
        row.getBigDecimal("result_value_max"));
  }
}
