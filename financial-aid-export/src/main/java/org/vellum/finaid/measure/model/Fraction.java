package org.vellum.finaid.measure.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A fraction that is never divided before it must be. Two are compared by cross-multiplication; an
 * amount is multiplied first and divided last (FSA Handbook, volume 7, chapter 4, fractions).
 *
 * @param numerator not negative
 * @param denominator greater than 0
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator)
    implements Comparable<Fraction> {

  /** Refuses a fraction that is none, which is a mistake of the caller. */
  public Fraction {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException("not a fraction: " + numerator + "/" + denominator);
    }
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  /** By value: 1/2 is equal to 2/4 here, but not for {@link #equals}. */
  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  public boolean isLessThan(Fraction other) {
    return compareTo(other) < 0;
  }

  /** This part of an amount, rounded half up once. */
  public BigDecimal of(BigDecimal amount, int decimals) {
    return amount.multiply(numerator).divide(denominator, decimals, RoundingMode.HALF_UP);
  }

  /** As a decimal, rounded half up. */
  public BigDecimal decimal(int decimals) {
    return of(BigDecimal.ONE, decimals);
  }

  /** As a percentage, rounded half up. */
  public BigDecimal percent(int decimals) {
    return of(BigDecimal.valueOf(100), decimals);
  }

  /** In lowest terms and whole numbers. */
  public Fraction reduced() {
    int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
    BigInteger above = numerator.setScale(scale).unscaledValue();
    BigInteger below = denominator.setScale(scale).unscaledValue();
    BigInteger divisor = above.gcd(below);
    return new Fraction(
        new BigDecimal(above.divide(divisor)), new BigDecimal(below.divide(divisor)));
  }

  @Override
  public String toString() {
    return numerator.toPlainString() + "/" + denominator.toPlainString();
  }
}
