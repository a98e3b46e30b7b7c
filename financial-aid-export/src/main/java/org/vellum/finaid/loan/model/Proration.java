package org.vellum.finaid.loan.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.LesserFraction;
import org.vellum.finaid.measure.model.LimitingMeasure;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * The part of an undergraduate's annual loan limit for a program, or a remaining period of study,
 * that is shorter than an academic year (34 CFR 685.203).
 *
 * @param kind which of the two
 * @param fraction the exact part
 * @param limiting which measure it was taken from
 * @param rule why
 */
public record Proration(Kind kind, Fraction fraction, LimitingMeasure limiting, Rule rule) {

  private static final String CITATION = "34 CFR 685.203(a), (b), (c)";
  private static final int DECIMALS = 2;

  /** What is shorter than an academic year. */
  public enum Kind {
    PROGRAM_SHORTER_THAN_AY,
    REMAINING_PERIOD
  }

  /** For a program: the lesser part by units and by weeks; nothing if it is a year in both. */
  public static Optional<Proration> ofProgram(
      UnitsAndWeeks program, UnitsAndWeeks academicYear, Ruleset ruleset) {
    if (program.reaches(academicYear)) {
      return Optional.empty();
    }
    LesserFraction part = LesserFraction.of(program, academicYear, ruleset.rule(CITATION));
    return Optional.of(
        new Proration(Kind.PROGRAM_SHORTER_THAN_AY, part.lesser(), part.limiting(), part.rule()));
  }

  /** For a remaining period: the part by units alone; nothing if a year's units remain. */
  public static Optional<Proration> ofRemainder(
      BigDecimal remainingUnits, BigDecimal academicYearUnits, Ruleset ruleset) {
    if (remainingUnits.compareTo(academicYearUnits) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Proration(
            Kind.REMAINING_PERIOD,
            new Fraction(remainingUnits, academicYearUnits),
            LimitingMeasure.UNITS,
            ruleset.rule(CITATION)));
  }

  /** With two places, rounded half up: the one of the two forms that some schools choose. */
  public BigDecimal decimal() {
    return fraction.decimal(DECIMALS);
  }

  /** The limit in whole dollars by the exact part. */
  public BigDecimal byFraction(BigDecimal limit) {
    return fraction.of(limit, 0);
  }

  /** The limit in whole dollars by the two-place decimal. */
  public BigDecimal byDecimal(BigDecimal limit) {
    return new Fraction(decimal(), BigDecimal.ONE).of(limit, 0);
  }
}
