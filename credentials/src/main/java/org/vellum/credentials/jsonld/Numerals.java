package org.vellum.credentials.jsonld;

import java.math.BigDecimal;

/** How JSON numbers are written in RDF (JSON-LD 1.1 API, section 8.2.2, steps 10 and 11). */
final class Numerals {
  private Numerals() {}

  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** A whole number as its digits, another as one digit, a point, the rest, and its power of 10. */
  static String lexical(BigDecimal number) {
    if (isWhole(number)) {
      return number.toBigInteger().toString();
    }
    BigDecimal shortest = number.stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    int power = digits.length() - 1 - shortest.scale();
    String rest = digits.length() == 1 ? "0" : digits.substring(1);
    return (shortest.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + rest + "E" + power;
  }
}
