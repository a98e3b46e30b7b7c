package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.term.model.CalendarYear;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;

/**
 * The record of an academic year that is made of terms.
 *
 * @param timeline whose it is
 * @param asOf the day up to which the facts are known
 */
record CalendarYearRow(EnrollmentTimeline timeline, CalendarYear year, LocalDate asOf) {

  Row fill(Row row) {
    Optional<Fraction> part = year.proration().map(Proration::fraction);
    return row.put("seq", year.seq())
        .put("unitMeasure", timeline.program().facts().terms().measure())
        .put("thresholdUnits", year.through().units())
        .put("thresholdWeeks", year.through().weeks())
        .put("startDate", ifPast(year.begin()))
        .put("scheduledEnd", year.end())
        .put("projectedEnd", year.end())
        .put("actualEnd", ifPast(year.end()))
        .put("completedUnitsDate", reached())
        .put("gradeLevel", year.gradeLevel())
        .put("remainingUnitsAtStart", year.remainingUnits())
        .put("shorterThanAy", year.isShorterThanYear())
        .put("prorationNumerator", part.map(Fraction::numerator))
        .put("prorationDenominator", part.map(Fraction::denominator))
        .put("citation", year.rule().citation())
        .put("reading", year.rule().reading());
  }

  private Optional<LocalDate> ifPast(LocalDate day) {
    return day.isAfter(asOf) ? Optional.empty() : Optional.of(day);
  }

  private Optional<LocalDate> reached() {
    BigDecimal units = year.through().units();
    return units.signum() > 0 ? timeline.totals().unitsReached(units) : Optional.empty();
  }
}
