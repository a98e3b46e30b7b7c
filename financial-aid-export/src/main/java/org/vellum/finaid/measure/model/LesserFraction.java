package org.vellum.finaid.measure.model;

/**
 * A part of a whole by units and by weeks, of which the lesser counts.
 *
 * @param byUnits the part by units
 * @param byWeeks the part by weeks of instructional time
 * @param rule why
 */
public record LesserFraction(Fraction byUnits, Fraction byWeeks, Rule rule) {

  public static LesserFraction of(UnitsAndWeeks part, UnitsAndWeeks whole, Rule rule) {
    return new LesserFraction(
        new Fraction(part.units(), whole.units()), new Fraction(part.weeks(), whole.weeks()), rule);
  }

  /** Which measure limits. */
  public LimitingMeasure limiting() {
    int order = byUnits.compareTo(byWeeks);
    if (order == 0) {
      return LimitingMeasure.EQUAL;
    }
    return order < 0 ? LimitingMeasure.UNITS : LimitingMeasure.WEEKS;
  }

  public Fraction lesser() {
    return byWeeks.isLessThan(byUnits) ? byWeeks : byUnits;
  }
}
