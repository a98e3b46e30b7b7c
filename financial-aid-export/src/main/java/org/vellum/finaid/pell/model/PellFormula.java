package org.vellum.finaid.pell.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.LesserFraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/** The Pell formulas of programs without terms. */
@SuppressWarnings("ImmutableEnumChecker") // a fraction is immutable, and what List.of gives
public enum PellFormula {
  /** Credits without terms, and clock hours: the annual award is the whole Scheduled Award. */
  FORMULA_4("4", "34 CFR 690.63(a)(4), (e)", Fraction.of(1, 1), List.of()),
  /** Correspondence without terms: half of it, payable after 25 and 75 percent of the work. */
  FORMULA_5A("5A", "34 CFR 690.66(b)", Fraction.of(1, 2), List.of(25, 75));

  private static final int CENTS = 2;
  private static final Fraction HALF = Fraction.of(1, 2);

  private final String code;
  private final String citation;
  private final Fraction ofScheduledAward;
  private final List<Integer> payableAfterPercentOfWork;

  PellFormula(String code, String citation, Fraction ofScheduledAward, List<Integer> payable) {
    this.code = code;
    this.citation = citation;
    this.ofScheduledAward = ofScheduledAward;
    this.payableAfterPercentOfWork = payable;
  }

  /** As the Handbook numbers it. */
  public String code() {
    return code;
  }

  /**
   * The part of the annual award that belongs to a payment period: the lesser of its units to the
   * year's and its weeks to the year's. Always of the <em>scheduled</em> period, whatever was done
   * in it.
   */
  public LesserFraction fraction(
      UnitsAndWeeks scheduledPeriod, UnitsAndWeeks academicYear, Ruleset ruleset) {
    return LesserFraction.of(scheduledPeriod, academicYear, ruleset.rule(citation));
  }

  /** In cents: the award of which a period gets its part. */
  public BigDecimal annualAward(BigDecimal scheduledAward) {
    return ofScheduledAward.of(scheduledAward, CENTS);
  }

  /** A part of the annual award in cents: multiplied first, divided last, rounded once. */
  public BigDecimal payment(BigDecimal scheduledAward, Fraction part) {
    return new Fraction(
            ofScheduledAward.numerator().multiply(part.numerator()),
            ofScheduledAward.denominator().multiply(part.denominator()))
        .of(scheduledAward, CENTS);
  }

  /** The most that one disbursement may be: half of the annual award, in cents. */
  public BigDecimal largestDisbursement(BigDecimal scheduledAward) {
    return payment(scheduledAward, HALF);
  }

  /**
   * In how many disbursements at least a period is paid, none of which may be more than half of the
   * annual award.
   */
  public int leastDisbursements(Fraction part) {
    return new BigDecimal(2)
        .multiply(part.numerator())
        .divide(part.denominator(), 0, RoundingMode.CEILING)
        .max(BigDecimal.ONE)
        .intValueExact();
  }

  /**
   * After which percentages of the work the two halves may be paid; empty where it does not matter.
   */
  public List<Integer> payableAfterPercentOfWork() {
    return payableAfterPercentOfWork;
  }
}
