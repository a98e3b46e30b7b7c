package org.vellum.finaid.withdrawal.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * A learner of a program without terms, or of a subscription-based one, has ceased attendance.
 *
 * @param ceased the last day of attendance
 * @param confirmedReturn the day of return that the learner confirmed in writing in time
 * @param onApprovedLeave whether an approved leave covers the absence
 * @param returnBy in a subscription-based program the end of the payment period, inside of which
 *     the return must lie
 */
public record Absence(
    LocalDate ceased,
    Optional<LocalDate> confirmedReturn,
    boolean onApprovedLeave,
    Optional<LocalDate> returnBy) {

  /** The longest absence, in calendar days, that is no withdrawal if the return is confirmed. */
  public static final int LONGEST = 60;

  /** Whether it is a withdrawal: no leave, and no confirmed return in time. */
  public Derived<Boolean> isWithdrawal(Ruleset ruleset) {
    return new Derived<>(
        !onApprovedLeave && confirmedReturn.filter(this::isInTime).isEmpty(),
        ruleset.rule("34 CFR 668.22(a)(2)(i)(D), (a)(2)(ii)(A)"));
  }

  /** The first day on which an absence without leave and confirmation has been too long. */
  public LocalDate firstDayTooLong() {
    return ceased.plusDays(LONGEST + 1L);
  }

  private boolean isInTime(LocalDate day) {
    return ChronoUnit.DAYS.between(ceased, day) <= LONGEST
        && returnBy.map(end -> !day.isAfter(end)).orElse(true);
  }
}
