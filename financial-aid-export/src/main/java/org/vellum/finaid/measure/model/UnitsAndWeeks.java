package org.vellum.finaid.measure.model;

import java.math.BigDecimal;

/**
 * The two measures of a program, of an academic year or of a part of either: units (credits or
 * clock hours) and weeks of instructional time. Every rule tests both.
 *
 * @param units exact; of at most three decimals where a school sets it, and of more where it was
 *     halved
 * @param weeks exact; whole where counted, and of more decimals where halved
 */
public record UnitsAndWeeks(BigDecimal units, BigDecimal weeks) {

  public static final UnitsAndWeeks NONE = new UnitsAndWeeks(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Numbers that are the same are written in the same way, so that equal means equal. */
  public UnitsAndWeeks {
    units = plain(units);
    weeks = plain(weeks);
  }

  public static UnitsAndWeeks of(String units, String weeks) {
    return new UnitsAndWeeks(new BigDecimal(units), new BigDecimal(weeks));
  }

  public static UnitsAndWeeks of(long units, long weeks) {
    return new UnitsAndWeeks(BigDecimal.valueOf(units), BigDecimal.valueOf(weeks));
  }

  /** Exactly half of both. */
  public UnitsAndWeeks half() {
    return new UnitsAndWeeks(units.multiply(HALF), weeks.multiply(HALF));
  }

  public UnitsAndWeeks plus(UnitsAndWeeks other) {
    return new UnitsAndWeeks(units.add(other.units), weeks.add(other.weeks));
  }

  public UnitsAndWeeks minus(UnitsAndWeeks other) {
    return new UnitsAndWeeks(units.subtract(other.units), weeks.subtract(other.weeks));
  }

  public UnitsAndWeeks times(int factor) {
    BigDecimal by = BigDecimal.valueOf(factor);
    return new UnitsAndWeeks(units.multiply(by), weeks.multiply(by));
  }

  /** The lesser of both, each measure for itself. */
  public UnitsAndWeeks min(UnitsAndWeeks other) {
    return new UnitsAndWeeks(units.min(other.units), weeks.min(other.weeks));
  }

  /** The greater of both, each measure for itself. */
  public UnitsAndWeeks max(UnitsAndWeeks other) {
    return new UnitsAndWeeks(units.max(other.units), weeks.max(other.weeks));
  }

  /** Whether both measures are at least the other's. */
  public boolean reaches(UnitsAndWeeks other) {
    return units.compareTo(other.units) >= 0 && weeks.compareTo(other.weeks) >= 0;
  }

  /** Whether both measures are more than the other's. */
  public boolean exceeds(UnitsAndWeeks other) {
    return units.compareTo(other.units) > 0 && weeks.compareTo(other.weeks) > 0;
  }

  /** Whether both measures are more than nothing. */
  public boolean isPositive() {
    return units.signum() > 0 && weeks.signum() > 0;
  }

  /** How many times the other fits in by both measures. */
  public int wholeTimes(UnitsAndWeeks other) {
    return units
        .divideToIntegralValue(other.units)
        .min(weeks.divideToIntegralValue(other.weeks))
        .intValueExact();
  }

  private static BigDecimal plain(BigDecimal number) {
    if (number.scale() == 0) {
      return number;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
