package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Which texts and numbers every implementation canonicalises alike. */
final class Scalars {
  private static final BigDecimal TOO_LARGE = BigDecimal.TWO.pow(53);
  private static final BigDecimal TOO_SMALL = new BigDecimal("1e-6");

  /** As many decimal digits as every double keeps apart. */
  private static final int DIGITS = 15;

  private final Refusals refusals;

  Scalars(Refusals refusals) {
    this.refusals = refusals;
  }

  void check(JsonNode scalar, String place) {
    if (scalar.isTextual()) {
      text(scalar.textValue(), place);
    } else if (scalar.isNumber()) {
      number(scalar, place);
    }
  }

  /** A lone surrogate has no UTF-8, and would be hashed as a question mark. */
  void text(String text, String place) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        refusals.unsigned("lone-surrogate", place, "half of a surrogate pair stands alone");
        return;
      }
    }
  }

  private void number(JsonNode number, String place) {
    if ((number.isDouble() || number.isFloat()) && !Double.isFinite(number.doubleValue())) {
      refusals.unsigned("unsafe-number", place, "not a number of JSON");
      return;
    }
    if (!isSafe(number.decimalValue())) {
      refusals.notSupported(
          "unsafe-number", place, "implementations write this number in different ways");
    }
  }

  /** Whether every implementation writes the number in the same way. */
  static boolean isSafe(BigDecimal number) {
    BigDecimal size = number.abs();
    boolean inRange =
        size.signum() == 0 || (size.compareTo(TOO_LARGE) < 0 && size.compareTo(TOO_SMALL) >= 0);
    BigDecimal shortest = size.stripTrailingZeros();
    return inRange && (shortest.scale() <= 0 || shortest.precision() <= DIGITS);
  }
}
