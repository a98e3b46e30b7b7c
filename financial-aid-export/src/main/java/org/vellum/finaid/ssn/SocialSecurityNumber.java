package org.vellum.finaid.ssn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nine digits that can have been given to somebody. It shows its last four digits only where it is
 * written as text.
 */
public final class SocialSecurityNumber {
  private static final int DIGITS = 9;

  private final String digits;

  private SocialSecurityNumber(String digits) {
    this.digits = digits;
  }

  /**
   * Reads one, with dashes or without.
   *
   * @return none if it is not of nine digits, or of an area, group or serial that is never given:
   *     area 000, 666 and 900 to 999, group 00, serial 0000
   */
  public static Optional<SocialSecurityNumber> read(String text) {
    StringBuilder digits = new StringBuilder(DIGITS);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dash = c == '-' && text.length() == DIGITS + 2 && (i == 3 || i == 6);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!dash) {
        return Optional.empty();
      }
    }
    return Optional.of(digits.toString())
        .filter(SocialSecurityNumber::isGiven)
        .map(SocialSecurityNumber::new);
  }

  private static boolean isGiven(String digits) {
    return digits.length() == DIGITS
        && !digits.startsWith("000")
        && !digits.startsWith("666")
        && digits.charAt(0) != '9'
        && !digits.startsWith("00", 3)
        && !digits.endsWith("0000");
  }

  /** All nine, for the encrypted file alone. */
  String digits() {
    return digits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SocialSecurityNumber that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** Such as {@code ***-**-6789}. */
  @Override
  public String toString() {
    return "***-**-" + digits.substring(5);
  }
}
