package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.academicyear.model.AcademicYear;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;

/** The records of one enrollment. */
final class EnrollmentRows {
  private final LearnerFacts learner;
  private final EnrollmentFacts enrollment;
  private final Ruleset ruleset;
  private final String sourceAsOf;

  EnrollmentRows(LearnerFacts learner, EnrollmentFacts enrollment, Ruleset ruleset) {
    this.learner = learner;
    this.enrollment = enrollment;
    this.ruleset = ruleset;
    this.sourceAsOf = learner.sourceAsOf().toString();
  }

  Row enrollment(Optional<UnitsAndWeeks> atEntry, LocalDate asOf) {
    Optional<EnrollmentFacts.StatusChange> status =
        enrollment.statuses().stream()
            .filter(each -> !each.effectiveDate().isAfter(asOf))
            .max(Comparator.comparing(EnrollmentFacts.StatusChange::effectiveDate));
    return row(Entities.ENROLLMENT, "en:" + enrollment.enrollmentId())
        .put("institutionStudentId", learner.student().institutionStudentId())
        .put("programVersionId", enrollment.programVersionId())
        .put("beginDate", enrollment.beginDate())
        .put("status", status.map(EnrollmentFacts.StatusChange::status))
        .put("statusEffectiveDate", status.map(EnrollmentFacts.StatusChange::effectiveDate))
        .put("unitsAtEntry", atEntry.map(UnitsAndWeeks::units))
        .put("weeksAtEntry", atEntry.map(UnitsAndWeeks::weeks));
  }

  Row year(TimelineYear each) {
    AcademicYear year = each.year();
    Optional<Fraction> part = year.proration().map(Proration::fraction);
    return row(Entities.ACADEMIC_YEAR, id("ay", year.seq()))
        .put("seq", year.seq())
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

  Row period(TimelinePeriod each) {
    PeriodProgress progress = each.progress();
    ScheduledPeriod period = progress.period();
    Optional<List<AwardYear>> years = each.awardYears().map(Derived::value);
    return row(Entities.PAYMENT_PERIOD, id("pp", period.seq()))
        .put("seq", period.seq())
        .put("academicYearSeq", period.academicYear())
        .put("kind", period.kind())
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
        .put("state", progress.state())
        .put("halfUnitsDate", progress.halfUnits())
        .put("halfWeeksDate", progress.halfWeeks())
        .put("halfDeterminedBy", HalfDeterminedBy.UNITS)
        .put("f4UnitsNum", each.pell().byUnits().numerator())
        .put("f4UnitsDen", each.pell().byUnits().denominator())
        .put("f4WeeksNum", each.pell().byWeeks().numerator())
        .put("f4WeeksDen", each.pell().byWeeks().denominator())
        .put("limitingMeasure", each.pell().limiting())
        .put("awardYears", years.map(all -> all.stream().map(AwardYear::code).toList()))
        .put("crossesJuly1", years.map(all -> all.size() > 1))
        .put("citation", progress.rule().citation())
        .put("reading", progress.rule().reading());
  }

  Row row(Entity entity, String id) {
    return Row.upsert(entity, id, learner.factsVersion(), sourceAsOf, ruleset.code())
        .put("enrollmentId", enrollment.enrollmentId());
  }

  private String id(String prefix, int seq) {
    return prefix + ":" + enrollment.enrollmentId() + ":" + seq;
  }
}
