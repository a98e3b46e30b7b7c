package org.vellum.finaid.withdrawal.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * Institutional charges of a payment period where a school charges for a longer time at once.
 *
 * @param prorated the period's part of the charges, in cents
 * @param institutional the greater of that and of the Title IV funds that the school kept
 * @param rule why
 */
public record ReturnedCharges(BigDecimal prorated, BigDecimal institutional, Rule rule) {

  private static final int CENTS = 2;

  /**
   * For periods that are equal parts of the time charged for.
   *
   * @param equalPeriods how many, more than 0
   */
  public static ReturnedCharges of(
      BigDecimal totalCharges, int equalPeriods, BigDecimal titleIvKept, Ruleset ruleset) {
    BigDecimal part =
        totalCharges.divide(BigDecimal.valueOf(equalPeriods), CENTS, RoundingMode.HALF_UP);
    return new ReturnedCharges(
        part, part.max(titleIvKept), ruleset.rule("34 CFR 668.22(g)(3); 34 CFR 668.164(c)(5)"));
  }
}
