package org.vellum.finaid.loan.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * The share of an annual loan limit that a learner below full-time has from the award year 2026-27
 * on. Marked as our reading: the text of the final rule was not at hand.
 */
public final class LoanLimitShare {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private LoanLimitShare() {}

  /**
   * The whole percentage, rounded half up and at most 100; nothing under rules that know no such
   * share.
   *
   * @param enrolledUnits units that the learner takes in the academic year
   * @param fullTimeUnits units that a full-time learner takes in it
   */
  public static Optional<Derived<BigDecimal>> percent(
      BigDecimal enrolledUnits, BigDecimal fullTimeUnits, Ruleset ruleset) {
    if (ruleset.compareTo(Ruleset.US_TIV_2026_1) < 0) {
      return Optional.empty();
    }
    BigDecimal percent = new Fraction(enrolledUnits, fullTimeUnits).percent(0).min(ALL);
    return Optional.of(new Derived<>(percent, ruleset.reading("HEA 455(a)(7); P.L. 119-21")));
  }
}
