package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.academicyear.model.AcademicYear;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;

/** The records of academic years and payment periods that are ended by completion. */
record PeriodRows(EnrollmentTimeline timeline) {
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  Row fill(Row row, TimelineYear each) {
    AcademicYear year = each.year();
    Optional<Fraction> part = year.proration().map(Proration::fraction);
    return row.put("seq", year.seq())
        .put("unitMeasure", measure())
        .put("thresholdUnits", year.threshold().units())
        .put("thresholdWeeks", year.threshold().weeks())
        .put("startDate", year.start())
        .put("scheduledEnd", each.scheduledEnd())
        .put("projectedEnd", each.projectedEnd())
        .put("actualEnd", year.ended())
        .put("completedUnitsDate", year.unitsCompleted())
        .put("completedWeeksDate", year.weeksCompleted())
        .put("gradeLevel", year.gradeLevel())
        .put("remainingUnitsAtStart", year.remainingUnits())
        .put("shorterThanAy", year.isShorterThanYear())
        .put("prorationNumerator", part.map(Fraction::numerator))
        .put("prorationDenominator", part.map(Fraction::denominator))
        .put("citation", year.rule().citation())
        .put("reading", year.rule().reading());
  }

  Row fill(Row row, TimelinePeriod each) {
    PeriodProgress progress = each.progress();
    ScheduledPeriod period = progress.period();
    row.put("seq", period.seq())
        .put("academicYearSeq", period.academicYear())
        .put("kind", period.kind())
        .put("unitMeasure", measure())
        .put("scheduledUnits", period.scheduled().units())
        .put("scheduledWeeks", period.scheduled().weeks())
        .put("cumulativeUnits", period.cumulative().units())
        .put("cumulativeWeeks", period.cumulative().weeks())
        .put("startDate", progress.start())
        .put("scheduledEnd", each.scheduledEnd())
        .put("projectedEnd", each.projectedEnd())
        .put("unitsCompletedDate", progress.unitsCompleted())
        .put("weeksCompletedDate", progress.weeksCompleted())
        .put("completedDate", progress.completed())
        .put("state", state(progress))
        .put("halfUnitsDate", progress.halfUnits())
        .put("halfWeeksDate", progress.halfWeeks())
        .put("halfDeterminedBy", HalfDeterminedBy.UNITS);
    pell(row, each);
    return row.put("citation", progress.rule().citation())
        .put("reading", progress.rule().reading());
  }

  private void pell(Row row, TimelinePeriod each) {
    Optional<List<AwardYear>> years = each.awardYears().map(Derived::value);
    row.put("f4UnitsNum", each.pell().byUnits().numerator())
        .put("f4UnitsDen", each.pell().byUnits().denominator())
        .put("f4WeeksNum", each.pell().byWeeks().numerator())
        .put("f4WeeksDen", each.pell().byWeeks().denominator())
        .put("limitingMeasure", each.pell().limiting())
        .put("awardYears", years.map(all -> all.stream().map(AwardYear::code).toList()))
        .put("crossesJuly1", years.map(all -> all.size() > 1));
    if (timeline.program().facts().methods().pellFormula() == AidMethods.PellFormulaCode.F5A) {
      row.put("work25Date", reached(each, QUARTER))
          .put("work75Date", reached(each, BigDecimal.ONE.subtract(QUARTER)));
    }
  }

  /** The first day with a part of the period's units, all before included, once it has begun. */
  private Optional<LocalDate> reached(TimelinePeriod each, BigDecimal part) {
    ScheduledPeriod period = each.progress().period();
    BigDecimal units = period.before().units().add(period.scheduled().units().multiply(part));
    return each.progress().start().flatMap(start -> timeline.totals().unitsReached(units));
  }

  private String state(PeriodProgress progress) {
    boolean left =
        progress.state() == PeriodProgress.State.OPEN
            && timeline.enrollment().withdrawal().isPresent();
    return left ? "WITHDRAWN" : progress.state().name();
  }

  private UnitMeasure measure() {
    return timeline.program().facts().terms().measure();
  }
}
