package org.vellum.finaid.timeline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.CumulativeTotals;

/**
 * When units and weeks will be reached: as scheduled, and by the learner's own pace until now. The
 * pace is all units since the first day; a part of a day is a day.
 *
 * @param start the learner's first day
 * @param asOf until when the pace is taken
 * @param units earned until then
 */
record ProjectedEnd(LocalDate start, LocalDate asOf, BigDecimal units) {

  private static final int WEEK = 7;

  static ProjectedEnd of(LocalDate start, LocalDate asOf, CumulativeTotals totals) {
    return new ProjectedEnd(start, asOf, totals.at(asOf).units());
  }

  /** The last day of so many weeks since the start, if every week counts. */
  LocalDate scheduled(BigDecimal weeks) {
    long days =
        weeks.multiply(BigDecimal.valueOf(WEEK)).setScale(0, RoundingMode.CEILING).longValueExact();
    return start.plusDays(days - 1);
  }

  /**
   * Of what is not reached yet: by the learner's pace, never earlier than scheduled nor than the
   * next day; nothing while no unit was earned.
   */
  Optional<LocalDate> projected(UnitsAndWeeks threshold) {
    long elapsed = ChronoUnit.DAYS.between(start, asOf) + 1;
    if (units.signum() <= 0 || elapsed <= 0) {
      return Optional.empty();
    }
    long days =
        BigDecimal.valueOf(elapsed)
            .multiply(threshold.units())
            .divide(units, 0, RoundingMode.CEILING)
            .longValueExact();
    LocalDate byPace = later(start.plusDays(days - 1), asOf.plusDays(1));
    return Optional.of(later(byPace, scheduled(threshold.weeks())));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
