package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The scale of a line item (OneRoster 1.2, resultValueMin and resultValueMax).
 *
 * @param minimum its least value
 * @param maximum its greatest value, more than the least
 */
public record Scale(BigDecimal minimum, BigDecimal maximum) {
  private static final int DIGITS = 10;

  public Scale {
    if (minimum.compareTo(maximum) >= 0) {
      throw new IllegalArgumentException("a scale goes up");
    }
  }

  /** Whether the score lies on it, both ends included. */
  public boolean holds(BigDecimal score) {
    return minimum.compareTo(score) <= 0 && score.compareTo(maximum) <= 0;
  }

  /**
   * Whether a score goes far enough: (score - minimum) / (maximum - minimum) &gt;= threshold,
   * decided without dividing.
   *
   * @param threshold share of the way from the least to the greatest value, 0 to 1
   */
  public boolean reaches(BigDecimal score, BigDecimal threshold) {
    return score.subtract(minimum).compareTo(threshold.multiply(length())) >= 0;
  }

  /** The least score that reaches the threshold. */
  BigDecimal needed(BigDecimal threshold) {
    return minimum.add(threshold.multiply(length()));
  }

  /** The score's share of the way from the least to the greatest value, 0 to 1, to 10 digits. */
  public BigDecimal rescaled(BigDecimal score) {
    return score
        .subtract(minimum)
        .divide(length(), MathContext.DECIMAL128)
        .setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  /** The score's share of the way, exactly. */
  Share share(BigDecimal score) {
    return Share.of(score.subtract(minimum), length());
  }

  private BigDecimal length() {
    return maximum.subtract(minimum);
  }
}
