package org.vellum.finaid.export;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.academicyear.model.AcademicYear;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.sap.model.ProgressFigures;
import org.vellum.finaid.timeline.model.Timeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;
import org.vellum.finaid.withdrawal.model.DaysOfPeriod;
import org.vellum.finaid.withdrawal.model.OfficialWithdrawal;
import org.vellum.finaid.withdrawal.model.PartCompleted;
import org.vellum.finaid.withdrawal.model.Projection;

/**
 * The derived records of one enrollment.
 *
 * @param enrollmentId the enrollment
 * @param recordVersion grows with every change of it
 * @param sourceAsOf until when its facts are known
 */
public record EnrollmentRecords(String enrollmentId, int recordVersion, Instant sourceAsOf) {

  /** Writes all academic years and payment periods to the program's end. */
  public void write(Timeline timeline, PackageWriter to) throws IOException {
    for (TimelineYear year : timeline.years()) {
      to.write("academic_year", year(year));
    }
    for (TimelinePeriod period : timeline.periods()) {
      to.write("payment_period", period(period));
    }
  }

  private Map<String, Object> year(TimelineYear each) {
    AcademicYear year = each.year();
    Map<String, Object> values = common("ay", year.seq(), year.rule(), year.rule().reading());
    values.put("seq", year.seq());
    values.put("thresholdUnits", year.threshold().units());
    values.put("thresholdWeeks", year.threshold().weeks());
    values.put("startDate", year.start());
    values.put("scheduledEnd", each.scheduledEnd());
    values.put("projectedEnd", each.projectedEnd());
    values.put("actualEnd", year.ended());
    values.put("completedUnitsDate", year.unitsCompleted());
    values.put("completedWeeksDate", year.weeksCompleted());
    values.put("gradeLevel", year.gradeLevel());
    values.put("remainingUnitsAtStart", year.remainingUnits());
    values.put("shorterThanAy", year.isShorterThanYear());
    Optional<Fraction> part = year.proration().map(Proration::fraction);
    values.put("prorationNumerator", part.map(Fraction::numerator));
    values.put("prorationDenominator", part.map(Fraction::denominator));
    return values;
  }

  private Map<String, Object> period(TimelinePeriod each) {
    PeriodProgress progress = each.progress();
    ScheduledPeriod period = progress.period();
    Map<String, Object> values =
        common("pp", period.seq(), progress.rule(), progress.rule().reading());
    values.put("seq", period.seq());
    values.put("academicYearSeq", period.academicYear());
    values.put("kind", period.kind());
    values.put("scheduledUnits", period.scheduled().units());
    values.put("scheduledWeeks", period.scheduled().weeks());
    values.put("cumulativeUnits", period.cumulative().units());
    values.put("cumulativeWeeks", period.cumulative().weeks());
    values.put("startDate", progress.start());
    values.put("scheduledEnd", each.scheduledEnd());
    values.put("projectedEnd", each.projectedEnd());
    values.put("unitsCompletedDate", progress.unitsCompleted());
    values.put("weeksCompletedDate", progress.weeksCompleted());
    values.put("completedDate", progress.completed());
    values.put("state", progress.state());
    values.put("halfUnitsDate", progress.halfUnits());
    values.put("halfWeeksDate", progress.halfWeeks());
    values.put("halfDeterminedBy", HalfDeterminedBy.UNITS);
    values.put("f4UnitsNum", each.pell().byUnits().numerator());
    values.put("f4UnitsDen", each.pell().byUnits().denominator());
    values.put("f4WeeksNum", each.pell().byWeeks().numerator());
    values.put("f4WeeksDen", each.pell().byWeeks().denominator());
    values.put("limitingMeasure", each.pell().limiting());
    Optional<List<AwardYear>> years = each.awardYears().map(Derived::value);
    values.put("awardYears", years.map(all -> all.stream().map(AwardYear::code).toList()));
    values.put("crossesJuly1", years.map(all -> all.size() > 1));
    return values;
  }

  /**
   * Writes the figures of a withdrawal.
   *
   * @param paymentPeriod the sequence of the period in which it lies
   */
  public void write(
      int paymentPeriod,
      OfficialWithdrawal withdrawal,
      DaysOfPeriod days,
      Projection projection,
      PackageWriter to)
      throws IOException {
    PartCompleted part =
        PartCompleted.ofDays(days.completed(), projection.totalDays(), projection.rule().ruleset());
    Map<String, Object> values =
        common("wd", withdrawal.withdrawn(), part.rule(), projection.rule().reading());
    values.put("paymentPeriodSeq", paymentPeriod);
    values.put("withdrawalDate", withdrawal.withdrawn());
    values.put("determinationDate", withdrawal.determined());
    values.put("calendarDays", days.calendarDays());
    values.put("breakDaysBefore", days.breakDaysBefore());
    values.put("breakDaysAfter", days.breakDaysAfter());
    values.put("loaDays", days.leaveDays());
    values.put("scheduledDays", days.total());
    values.put("daysCompleted", days.completed());
    values.put("projectedDays", projection.projectedDays());
    values.put("projectionMethod", projection.method());
    values.put("totalDays", projection.totalDays());
    values.put("percentCompleted", part.percent());
    values.put("pastSixtyPercent", part.isPastSixtyPercent());
    values.put("sameProgramReentryDeadline", withdrawal.lastDayOfReentry());
    values.put("returnDueDate", withdrawal.fundsReturnedBy());
    to.write("withdrawal", values);
  }

  /** Writes the SAP figures of a day. */
  public void write(LocalDate evaluated, ProgressFigures figures, PackageWriter to)
      throws IOException {
    Map<String, Object> values = common("sap", evaluated, figures.rule(), figures.rule().reading());
    values.put("evaluationDate", evaluated);
    values.put("attempted", figures.attempted());
    values.put("earned", figures.earned());
    values.put("pacePercent", figures.pacePercent());
    values.put("publishedLengthUnits", figures.programUnits());
    values.put("maxTimeframeUnits", figures.maximumUnits());
    to.write("sap_snapshot", values);
  }

  private Map<String, Object> common(
      String prefix, Object ofEnrollment, Rule rule, Rule.Reading reading) {
    Map<String, Object> values = new HashMap<>();
    values.put(Entity.RECORD_ID, prefix + ":" + enrollmentId + ":" + ofEnrollment);
    values.put(Entity.RECORD_VERSION, recordVersion);
    values.put("op", "UPSERT");
    values.put("sourceAsOf", sourceAsOf);
    values.put("ruleVersion", rule.version());
    values.put("enrollmentId", enrollmentId);
    values.put("citation", rule.citation());
    values.put("reading", reading);
    return values;
  }
}
