package org.vellum.finaid.withdrawal.model;

import java.math.BigDecimal;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * The part of a period that was completed before a withdrawal, and what of the aid is earned by it.
 *
 * @param completed calendar days completed or clock hours scheduled to date, of all in the period
 * @param rule why
 */
public record PartCompleted(Fraction completed, Rule rule) {

  private static final Fraction SIXTY_PERCENT = Fraction.of(3, 5);
  private static final BigDecimal ALL = new BigDecimal("100.0");

  /** In a credit-hour program: days to days. */
  public static PartCompleted ofDays(int completed, int total, Ruleset ruleset) {
    return new PartCompleted(
        Fraction.of(completed, total), ruleset.rule("34 CFR 668.22(e)(2), (f)(1)(i)"));
  }

  /**
   * In a clock-hour program: hours <em>scheduled</em> to date, not attended, to those of the
   * period.
   */
  public static PartCompleted ofHours(BigDecimal scheduled, BigDecimal total, Ruleset ruleset) {
    return new PartCompleted(
        new Fraction(scheduled, total), ruleset.rule("34 CFR 668.22(e)(2), (f)(1)(ii)"));
  }

  /** In percent with one decimal: the quotient to three decimals, rounded half up once. */
  public BigDecimal percent() {
    return completed.percent(1);
  }

  /** Whether it is more than 60 percent, exactly: .6001 is, though it prints as 60.0. */
  public boolean isPastSixtyPercent() {
    return SIXTY_PERCENT.isLessThan(completed);
  }

  /** What of the aid is earned: all once past 60 percent, else the printed percentage. */
  public BigDecimal percentEarned() {
    return isPastSixtyPercent() ? ALL : percent();
  }
}
