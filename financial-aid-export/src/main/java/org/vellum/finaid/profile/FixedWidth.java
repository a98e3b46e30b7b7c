package org.vellum.finaid.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * A place in a record of fixed widths.
 *
 * @param from the first character, from 1
 * @param length how many characters
 * @param pad what fills it up
 * @param right whether the value stands at its right end
 * @param cut whether a text that is too long is cut off; else it is a finding
 * @param implied decimals without a point, for numbers; −1 for texts
 */
public record FixedWidth(int from, int length, char pad, boolean right, boolean cut, int implied) {

  /** The last character, from 1. */
  int to() {
    return from + length - 1;
  }

  /**
   * Puts a text into a record.
   *
   * @return what is wrong with it, if it does not fit
   */
  Optional<String> put(String text, char[] record) {
    Optional<String> digits = implied < 0 || text.isEmpty() ? Optional.of(text) : digits(text);
    if (digits.isEmpty()) {
      return Optional.of("is no number of " + implied + " decimals that is not negative");
    }
    String value = digits.get();
    if (value.length() > length && !cut) {
      return Optional.of("is longer than " + length + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        return Optional.of("has a character that is not of ASCII");
      }
    }
    String fits = value.length() > length ? value.substring(0, length) : value;
    // Where there is nothing, there is nothing to fill up with zeros.
    char filler = fits.isEmpty() ? ' ' : pad;
    Arrays.fill(record, from - 1, to(), filler);
    int start = right ? to() - fits.length() : from - 1;
    fits.getChars(0, fits.length(), record, start);
    return Optional.empty();
  }

  private Optional<String> digits(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.signum() < 0
          ? Optional.empty()
          : Optional.of(
              number.movePointRight(implied).setScale(0, RoundingMode.UNNECESSARY).toPlainString());
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
