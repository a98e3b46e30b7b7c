package org.vellum.finaid.withdrawal.model;

import java.time.LocalDate;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.week.model.DateRange;

/**
 * The dates of a withdrawal of which the learner notified the school.
 *
 * @param withdrawn the withdrawal date
 * @param determined the date of determination: of the notice
 * @param rule why
 */
public record OfficialWithdrawal(LocalDate withdrawn, LocalDate determined, Rule rule) {

  private static final int DAYS_TO_RETURN_FUNDS = 45;
  private static final int DAYS_TO_COME_BACK = 180;

  /** Outside of breaks, or in one of less than five days: the day of the notice. */
  public static OfficialWithdrawal on(LocalDate notice, Ruleset ruleset) {
    return new OfficialWithdrawal(notice, notice, ruleset.rule("34 CFR 668.22(c)(1)"));
  }

  /** In a scheduled break of at least five days: the last day of class before it. */
  public static OfficialWithdrawal during(
      DateRange scheduledBreak, LocalDate notice, Ruleset ruleset) {
    boolean excluded =
        scheduledBreak.days() >= DaysOfPeriod.LEAST_BREAK && scheduledBreak.contains(notice);
    return excluded
        ? new OfficialWithdrawal(
            scheduledBreak.from().minusDays(1),
            notice,
            ruleset.rule("34 CFR 668.22(f)(2)(i); FSA Handbook 2025-26, vol. 5 ch. 2"))
        : on(notice, ruleset);
  }

  /** The last day on which a return to the same program goes on in the same payment period. */
  public LocalDate lastDayOfReentry() {
    return withdrawn.plusDays(DAYS_TO_COME_BACK);
  }

  /** The last day on which the school may return unearned funds. */
  public LocalDate fundsReturnedBy() {
    return determined.plusDays(DAYS_TO_RETURN_FUNDS);
  }
}
