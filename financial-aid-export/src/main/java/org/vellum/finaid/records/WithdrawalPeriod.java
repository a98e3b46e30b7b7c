package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.term.model.Term;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TermTimeline;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.withdrawal.model.DaysOfPeriod;

/**
 * The payment period in which a withdrawal lies.
 *
 * @param seq from 1
 * @param scheduled its days as scheduled, and those until the withdrawal
 * @param units scheduled in it
 * @param isTerm whether it is a term or a subscription period: then its days are those of the
 *     calendar (34 CFR 668.22(f)(1)(i)) and nothing is projected, which is done only where a period
 *     ends by what the learner completes
 */
record WithdrawalPeriod(int seq, DateRange scheduled, BigDecimal units, boolean isTerm) {

  /**
   * The period of a day; nothing if it lies between terms, or in a term in which the learner began
   * nothing: who has not begun attendance does not withdraw (34 CFR 668.21).
   */
  static Optional<WithdrawalPeriod> of(EnrollmentTimeline timeline, LocalDate withdrawn) {
    return WithdrawalRows.period(timeline, withdrawn)
        .map(each ->
            new WithdrawalPeriod(
                each.period().seq(),
                scheduled(each, withdrawn, timeline.program().breaks()),
                each.period().scheduled().units(),
                false))
        .or(() ->
            timeline
                .terms()
                .on(withdrawn)
                .filter(each -> isAttended(timeline.enrollment(), each.term(), withdrawn))
                .map(WithdrawalPeriod::of));
  }

  private static WithdrawalPeriod of(TermTimeline.Period period) {
    Term term = period.term();
    return new WithdrawalPeriod(
        period.seq(), new DateRange(term.from(), term.to()), term.size().units(), true);
  }

  private static boolean isAttended(EnrollmentFacts enrollment, Term term, LocalDate withdrawn) {
    DateRange days = new DateRange(term.from(), withdrawn);
    boolean begun =
        enrollment.attempts().stream()
            .filter(each -> each.origin() == UnitAttempt.Origin.INSTITUTION)
            .anyMatch(each -> days.contains(each.beginDate()));
    // Work that was begun before may go on in a subscription period.
    return begun
        || enrollment.engagement().stream()
            .filter(each -> each.count() > 0)
            .anyMatch(each -> days.contains(each.weekStart()));
  }

  /**
   * The period as scheduled: its weeks from its first day, and the days of scheduled breaks in it,
   * which are no weeks of instruction. It lasts until the withdrawal at least.
   */
  private static DateRange scheduled(
      PeriodProgress period, LocalDate withdrawn, List<DateRange> breaks) {
    LocalDate start = period.start().orElseThrow();
    LocalDate end =
        start.plusDays(
            period
                    .period()
                    .scheduled()
                    .weeks()
                    .multiply(BigDecimal.valueOf(7))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact()
                - 1);
    for (DateRange each : breaks.stream().sorted(Comparator.comparing(DateRange::from)).toList()) {
      boolean inside = !each.from().isBefore(start) && !each.from().isAfter(end);
      if (inside && each.days() >= DaysOfPeriod.LEAST_BREAK) {
        end = end.plusDays(each.days());
      }
    }
    return new DateRange(start, end.isBefore(withdrawn) ? withdrawn : end);
  }
}
