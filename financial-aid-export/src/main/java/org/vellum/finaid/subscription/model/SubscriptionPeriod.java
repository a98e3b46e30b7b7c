package org.vellum.finaid.subscription.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * A subscription period that a learner attends, and what must be completed before Title IV funds
 * are disbursed for it.
 *
 * @param seq from 1, among the periods attended in all versions of the program
 * @param hours the credit hours that the learner's enrolment status gives the period
 * @param requiredHours cumulative hours to be completed first
 * @param withinProgram whether the requirement is less than the program, without which there is no
 *     more Title IV aid
 * @param rule why
 */
public record SubscriptionPeriod(
    int seq, BigDecimal hours, BigDecimal requiredHours, boolean withinProgram, Rule rule) {

  private static final String CITATION =
      "34 CFR 668.2, subscription-based program; 34 CFR 668.164(i)(1)(iii)";
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  /** The periods, by the hours of each in the order in which they are attended. */
  public static List<SubscriptionPeriod> of(
      List<BigDecimal> hours, BigDecimal programHours, Ruleset ruleset) {
    List<SubscriptionPeriod> periods = new ArrayList<>(hours.size());
    BigDecimal required = BigDecimal.ZERO;
    for (int seq = 1; seq <= hours.size(); seq++) {
      if (seq > 2) {
        required = required.add(hours.get(seq - 3));
      }
      periods.add(
          new SubscriptionPeriod(
              seq,
              hours.get(seq - 1),
              required,
              required.compareTo(programHours) < 0,
              ruleset.rule(CITATION)));
    }
    return List.copyOf(periods);
  }

  /** Whether Title IV funds may be disbursed, by what was completed and begun until now. */
  public Disbursement disbursement(BigDecimal completedHours, boolean beganNewCoursework) {
    if (!withinProgram) {
      return Disbursement.PROGRAM_USED_UP;
    }
    if (!beganNewCoursework) {
      return Disbursement.NOTHING_NEW_BEGUN;
    }
    return completedHours.compareTo(requiredHours) >= 0
        ? Disbursement.ALLOWED
        : Disbursement.HOURS_MISSING;
  }

  /** What stands in the way of a disbursement. */
  public enum Disbursement {
    ALLOWED,
    /** Allowed on the day on which the required hours are completed. */
    HOURS_MISSING,
    /** No new coursework was begun in the period. */
    NOTHING_NEW_BEGUN,
    /** The required hours are the program's or more. */
    PROGRAM_USED_UP
  }

  /**
   * The enrollment intensity for Pell in whole percent: by the status, or by the hours that are
   * left of the program where these are fewer (FSA Handbook, volume 3, chapter 1, appendix B).
   */
  public Derived<BigDecimal> intensity(
      BigDecimal hoursLeft, BigDecimal fullTimeHours, Ruleset ruleset) {
    BigDecimal percent = new Fraction(hours.min(hoursLeft), fullTimeHours).percent(0).min(FULL);
    return new Derived<>(percent, ruleset.rule(CITATION));
  }
}
