package org.vellum.finaid.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;
import org.vellum.finaid.facts.model.AttemptFacts.Size;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;

/** An attempt as it is kept, before it is known in which program it counts. */
record AttemptRow(
    String unitId,
    Kind kind,
    int attempt,
    LocalDate begin,
    Optional<LocalDate> firstEngagement,
    Optional<LocalDate> lastEngagement,
    Optional<LocalDate> end,
    Outcome outcome,
    Optional<LocalDate> outcomeDate,
    Optional<BigDecimal> units) {

  /**
   * Reads it.
   *
   * @param day of the snapshot: who left the roster before it without an outcome has not completed
   */
  static AttemptRow of(ResultSet row, LocalDate day) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    Optional<LocalDate> end = Stored.optionalDay(row, "end_date");
    Optional<LocalDate> outcomeDate = Stored.optionalDay(row, "outcome_date");
    if (outcome == Outcome.IN_PROGRESS) {
      end = end.filter(last -> last.isBefore(day));
      outcomeDate = end;
      outcome = end.isPresent() ? Outcome.INCOMPLETE : Outcome.IN_PROGRESS;
    }
    return new AttemptRow(
        row.getString("unit_id"),
        Kind.valueOf(row.getString("kind")),
        row.getInt("attempt"),
        Stored.day(row, "begin_date"),
        Stored.optionalDay(row, "first_engagement"),
        Stored.optionalDay(row, "last_engagement"),
        end,
        outcome,
        outcomeDate,
        Stored.optionalNumber(row, "units"));
  }

  /** The last day of which anything is known. */
  LocalDate last() {
    return end.or(() -> lastEngagement).filter(begin::isBefore).orElse(begin);
  }

  AttemptFacts in(Optional<BigDecimal> credits, Optional<UnitMeasure> measure) {
    Optional<Size> size =
        units.or(() -> credits).flatMap(each -> measure.map(of -> new Size(each, of)));
    return new AttemptFacts(
        unitId,
        kind,
        attempt,
        size,
        begin,
        firstEngagement,
        lastEngagement,
        end,
        outcome,
        outcomeDate,
        Origin.INSTITUTION,
        true,
        Optional.empty(),
        false,
        Optional.empty());
  }
}
