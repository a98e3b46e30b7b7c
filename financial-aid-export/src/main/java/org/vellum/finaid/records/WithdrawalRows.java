package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.LearnerLeaves;
import org.vellum.finaid.timeline.model.TermTimeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.withdrawal.model.DaysOfPeriod;
import org.vellum.finaid.withdrawal.model.OfficialWithdrawal;
import org.vellum.finaid.withdrawal.model.PartCompleted;
import org.vellum.finaid.withdrawal.model.Projection;

/** The figures of a withdrawal in the payment period in which it lies. */
final class WithdrawalRows {
  private final EnrollmentTimeline timeline;
  private final WithdrawalFacts facts;
  private final WithdrawalPeriod period;
  private final OfficialWithdrawal withdrawal;

  private WithdrawalRows(
      EnrollmentTimeline timeline,
      WithdrawalFacts facts,
      WithdrawalPeriod period,
      OfficialWithdrawal withdrawal) {
    this.timeline = timeline;
    this.facts = facts;
    this.period = period;
    this.withdrawal = withdrawal;
  }

  /** Of an enrollment that ended by one; nothing if it lies in no payment period. */
  static Optional<WithdrawalRows> of(EnrollmentTimeline timeline) {
    return timeline
        .enrollment()
        .withdrawal()
        .flatMap(facts -> {
          OfficialWithdrawal withdrawal = withdrawal(facts, timeline);
          return WithdrawalPeriod.of(timeline, withdrawal.withdrawn())
              .map(period -> new WithdrawalRows(timeline, facts, period, withdrawal));
        });
  }

  private static OfficialWithdrawal withdrawal(WithdrawalFacts facts, EnrollmentTimeline timeline) {
    LocalDate notice = facts.determinationDate();
    if (facts.withdrawalDate().isPresent()) {
      return new OfficialWithdrawal(
          facts.withdrawalDate().get(),
          notice,
          timeline.program().ruleset().rule("34 CFR 668.22(b), (c)"));
    }
    return timeline.program().breaks().stream()
        .filter(each -> each.contains(notice) && each.days() >= DaysOfPeriod.LEAST_BREAK)
        .findFirst()
        .map(each -> OfficialWithdrawal.during(each, notice, timeline.program().ruleset()))
        .orElseGet(() -> OfficialWithdrawal.on(notice, timeline.program().ruleset()));
  }

  /** The period of a day: the last that had begun. */
  static Optional<PeriodProgress> period(EnrollmentTimeline timeline, LocalDate day) {
    if (timeline.timeline().isEmpty()) {
      return Optional.empty();
    }
    // Asked for every attempt of every learner.
    Optional<PeriodProgress> last = Optional.empty();
    for (TimelinePeriod each : timeline.timeline().get().periods()) {
      Optional<LocalDate> start = each.progress().start();
      if (start.isPresent() && !start.get().isAfter(day)) {
        last = Optional.of(each.progress());
      }
    }
    return last;
  }

  /** The sequence of the period of a day, in whatever calendar. */
  static Optional<Integer> periodSeq(EnrollmentTimeline timeline, LocalDate day) {
    return period(timeline, day)
        .map(each -> each.period().seq())
        .or(() -> timeline.terms().on(day).map(TermTimeline.Period::seq));
  }

  Row fill(Row row) {
    LocalDate withdrawn = withdrawal.withdrawn();
    DaysOfPeriod days =
        DaysOfPeriod.of(
            period.scheduled(),
            withdrawn,
            timeline.program().breaks(),
            LearnerLeaves.of(timeline.enrollment(), withdrawn, timeline.program().ruleset())
                .approved(),
            timeline.program().ruleset());
    Optional<Projection> projection = projection(days);
    int total = projection.map(Projection::totalDays).orElse(days.total());
    PartCompleted part = part(days, total);
    row.put("paymentPeriodSeq", period.seq())
        .put("withdrawalDate", withdrawn)
        .put("determinationDate", withdrawal.determined())
        .put("basis", timeline.program().facts().methods().returnBasis())
        .put("periodStart", period.scheduled().from())
        .put("scheduledEnd", period.scheduled().to())
        .put("calendarDays", days.calendarDays())
        .put("breakDaysBefore", days.breakDaysBefore())
        .put("breakDaysAfter", days.breakDaysAfter())
        .put("loaDays", days.leaveDays())
        .put("scheduledDays", days.total())
        .put("daysCompleted", days.completed())
        .put("projectedDays", projection.map(Projection::projectedDays))
        .put("projectionMethod", method(projection))
        .put("totalDays", total)
        .put("percentCompleted", part.percent())
        .put("pastSixtyPercent", part.isPastSixtyPercent());
    units(row);
    return row.put("sameProgramReentryDeadline", withdrawal.lastDayOfReentry())
        .put("returnDueDate", withdrawal.fundsReturnedBy())
        .put("institutionalCharges", facts.institutionalCharges())
        .put("citation", part.rule().citation())
        .put(
            "reading", projection.map(each -> each.rule().reading()).orElse(part.rule().reading()));
  }

  private void units(Row row) {
    row.put("unitMeasure", timeline.program().facts().terms().measure())
        .put("unitsInPeriod", period.units())
        .put("unitsEarned", units(Outcome.PASSED))
        .put("unitsFailed", units(Outcome.NOT_PASSED))
        .put("clockScheduledHours", facts.scheduledClockHours());
  }

  /** In clock hours by the hours that were scheduled, else by days. */
  private PartCompleted part(DaysOfPeriod days, int total) {
    boolean clock = timeline.program().facts().terms().measure().isClock();
    return clock && facts.scheduledClockHours().isPresent()
        ? PartCompleted.ofHours(
            facts.scheduledClockHours().get(), period.units(), timeline.program().ruleset())
        : PartCompleted.ofDays(days.completed(), Math.max(total, 1), timeline.program().ruleset());
  }

  List<RowError> conditions() {
    List<RowError> errors = new ArrayList<>(0);
    Condition.Place place = new Condition.Place(Entities.WITHDRAWAL.name(), id());
    boolean clock = timeline.program().facts().terms().measure().isClock();
    if (clock && facts.scheduledClockHours().isEmpty()) {
      errors.add(Condition.CLOCK_HOURS_MISSING.at(place, "clockScheduledHours", ""));
    }
    boolean progressed =
        units(Outcome.PASSED).signum() > 0 || units(Outcome.NOT_PASSED).signum() > 0;
    if (!clock && !period.isTerm() && !progressed && facts.pace().isEmpty()) {
      errors.add(Condition.PROJECTION_MISSING.at(place, "projectedDays", ""));
    }
    return errors;
  }

  String id() {
    return "wd:" + timeline.enrollment().enrollmentId() + ":" + withdrawal.withdrawn();
  }

  /**
   * By the learner's own pace, else by that of others; nothing if neither is known, and in a term,
   * which ends on the same day for everybody.
   */
  private Optional<Projection> projection(DaysOfPeriod days) {
    if (period.isTerm()) {
      return Optional.empty();
    }
    BigDecimal earned = units(Outcome.PASSED);
    BigDecimal failed = units(Outcome.NOT_PASSED);
    if (earned.signum() > 0 || failed.signum() > 0) {
      return Optional.of(
          Projection.byUnits(
              days.total(),
              days.completed(),
              period.units(),
              earned,
              failed,
              timeline.program().ruleset()));
    }
    return facts
        .pace()
        .map(others ->
            Projection.byOthers(
                days.total(), others.days(), others.method(), timeline.program().ruleset()));
  }

  private Optional<Projection.Method> method(Optional<Projection> projection) {
    return period.isTerm()
        ? Optional.of(Projection.Method.FIXED_CALENDAR)
        : projection.map(Projection::method);
  }

  /** Units of the period with an outcome, until the withdrawal. */
  private BigDecimal units(Outcome outcome) {
    LocalDate start = period.scheduled().from();
    return timeline.attempts().stream()
        .filter(
            each -> each.outcome() == outcome && each.origin() == UnitAttempt.Origin.INSTITUTION)
        .filter(each ->
            each.outcomeDate()
                .filter(day -> !day.isBefore(start) && !day.isAfter(withdrawal.withdrawn()))
                .isPresent())
        .map(UnitAttempt::units)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
