package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A share of a scale, or a sum of such shares, as an exact fraction: never rounded, so that no
 * order of adding and no scale wins or loses anything.
 *
 * @param numerator may be negative
 * @param denominator more than 0; not reduced, since most shares of a learner have the same
 */
record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {
  static final Share NOTHING = new Share(BigInteger.ZERO, BigInteger.ONE);
  private static final BigInteger PERMILLE = BigInteger.valueOf(1000);

  /** The product of two numbers of so many bits is a {@code long}. */
  private static final int HALF = 31;

  /** {@code part} / {@code whole}; the whole is more than 0. */
  static Share of(BigDecimal part, BigDecimal whole) {
    int scale = Math.max(0, Math.max(part.scale(), whole.scale()));
    return new Share(part.setScale(scale).unscaledValue(), whole.setScale(scale).unscaledValue());
  }

  Share plus(Share other) {
    if (denominator.equals(other.denominator)) {
      return new Share(numerator.add(other.numerator), denominator);
    }
    BigInteger common = denominator.gcd(other.denominator);
    BigInteger mine = other.denominator.divide(common);
    BigInteger others = denominator.divide(common);
    return new Share(
        numerator.multiply(mine).add(other.numerator.multiply(others)), denominator.multiply(mine));
  }

  Share minus(Share other) {
    return plus(new Share(other.numerator.negate(), other.denominator));
  }

  Share times(BigDecimal factor) {
    Share by = of(factor, BigDecimal.ONE);
    return by.denominator.equals(BigInteger.ONE)
        ? new Share(numerator.multiply(by.numerator), denominator)
        : new Share(numerator.multiply(by.numerator), denominator.multiply(by.denominator));
  }

  /** Whether this sum, divided by the weight of all that was added, goes as far as the bar. */
  boolean averages(Bar bar, BigDecimal weight) {
    return compareTo(needed(bar, weight)) >= 0;
  }

  /** What a sum of shares must be to go as far as the bar on the average of this weight. */
  static Share needed(Bar bar, BigDecimal weight) {
    return of(bar.share().multiply(weight), BigDecimal.ONE);
  }

  /** Percent of a weight to one decimal, rounded down: for people, who are promised nothing. */
  BigDecimal percentOf(BigDecimal weight) {
    Share whole = of(weight, BigDecimal.ONE);
    BigInteger permille =
        numerator
            .multiply(whole.denominator)
            .multiply(PERMILLE)
            .divide(denominator.multiply(whole.numerator));
    return new BigDecimal(permille, 1);
  }

  @Override
  public int compareTo(Share other) {
    if (isSmall() && other.isSmall()) {
      return Long.compare(
          numerator.longValue() * other.denominator.longValue(),
          other.numerator.longValue() * denominator.longValue());
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  private boolean isSmall() {
    return numerator.bitLength() <= HALF && denominator.bitLength() <= HALF;
  }
}
