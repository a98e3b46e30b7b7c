package org.vellum.search.occupation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code of the Standard Occupational Classification ({@code 15-1252}), or of O*NET, which adds two
 * digits to it ({@code 15-1252.00}). Zeros at the end of the former make it a group: {@code
 * 15-0000} holds all that begins with {@code 15-}.
 */
final class SocCode {
  private static final Pattern FORM = Pattern.compile("(\\d\\d-)(\\d{4})(\\.\\d\\d)?");
  private static final int OF_SOC = 7;

  private SocCode() {}

  /** Whether it has the form of a code. */
  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * What the codes begin with whose needs are an occupation's: its own and those of all below it.
   */
  static String below(String code) {
    Matcher form = FORM.matcher(code);
    if (!form.matches() || form.group(3) != null) {
      return code;
    }
    return form.group(1) + form.group(2).replaceFirst("0+$", "");
  }

  /** The SOC code that an O*NET-SOC code refines; the code itself where it is none. */
  static String refined(String code) {
    return code.length() > OF_SOC && isOne(code) ? code.substring(0, OF_SOC) : code;
  }
}
