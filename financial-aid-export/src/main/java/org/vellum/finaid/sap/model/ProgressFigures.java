package org.vellum.finaid.sap.model;

import java.math.BigDecimal;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * What satisfactory academic progress is judged by (34 CFR 668.34). Units transferred in are both
 * attempted and earned; withdrawals are attempted.
 *
 * @param attempted units attempted, with those transferred in
 * @param earned units earned, with those transferred in
 * @param programUnits published length of the undergraduate program, in its units
 * @param rule why
 */
public record ProgressFigures(
    BigDecimal attempted, BigDecimal earned, BigDecimal programUnits, Rule rule) {

  private static final int PERCENT_DECIMALS = 2;
  private static final BigDecimal MAXIMUM = new BigDecimal("1.5");

  public static ProgressFigures of(
      BigDecimal attempted,
      BigDecimal earned,
      BigDecimal transferred,
      BigDecimal programUnits,
      Ruleset ruleset) {
    return new ProgressFigures(
        attempted.add(transferred),
        earned.add(transferred),
        programUnits,
        ruleset.rule("34 CFR 668.34(a)(5), (b)"));
  }

  /** Earned to attempted in percent with two decimals, rounded half up; 0 if none was attempted. */
  public BigDecimal pacePercent() {
    return attempted.signum() == 0
        ? BigDecimal.ZERO.setScale(PERCENT_DECIMALS)
        : new Fraction(earned, attempted).percent(PERCENT_DECIMALS);
  }

  /** The most units that may be attempted: 150 percent of the published length. */
  public BigDecimal maximumUnits() {
    return programUnits.multiply(MAXIMUM).stripTrailingZeros();
  }

  public boolean isWithinMaximum() {
    return attempted.compareTo(maximumUnits()) <= 0;
  }

  /**
   * Whether the program can be completed without attempting more than the most, if all is passed.
   */
  public boolean canFinishWithinMaximum() {
    BigDecimal left = programUnits.subtract(earned).max(BigDecimal.ZERO);
    return attempted.add(left).compareTo(maximumUnits()) <= 0;
  }
}
