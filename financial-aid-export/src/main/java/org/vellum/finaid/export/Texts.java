package org.vellum.finaid.export;

/** What texts look like, character by character: there are many of them. */
final class Texts {

  private Texts() {}

  /** No control characters, no half surrogate pairs, nothing that XML 1.0 forbids. */
  static boolean isClean(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < length
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** {@code 2026-02-11}. */
  static boolean isDate(String text) {
    return text.length() == 10 && isDate(text, 10);
  }

  private static boolean isDate(String text, int end) {
    for (int i = 0; i < end; i++) {
      boolean dash = i == 4 || i == 7;
      if (dash ? text.charAt(i) != '-' : !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@code 2026-02-11T09:30:00Z}, with at most nine decimals of a second. */
  static boolean isTimestamp(String text) {
    int length = text.length();
    if (length < 20 || length > 30 || text.charAt(length - 1) != 'Z' || !isDate(text, 10)) {
      return false;
    }
    for (int i = 10; i < 19; i++) {
      char c = text.charAt(i);
      boolean fits = i == 10 ? c == 'T' : (i == 13 || i == 16) ? c == ':' : isDigit(c);
      if (!fits) {
        return false;
      }
    }
    return length == 20
        || (text.charAt(19) == '.' && length > 21 && areDigits(text, 20, length - 1));
  }

  /** At most nine digits before the point and nine after it, and none that says nothing. */
  static boolean isDecimal(String text) {
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    if (!isWhole(text, 0, end)) {
      return false;
    }
    int decimals = text.length() - end - 1;
    return point < 0
        || (decimals > 0
            && decimals <= 9
            && areDigits(text, point + 1, text.length())
            && text.charAt(text.length() - 1) != '0');
  }

  /** At most nine digits, perhaps after a sign. */
  static boolean isInteger(String text) {
    return isWhole(text, text.startsWith("-") ? 1 : 0, text.length());
  }

  private static boolean isWhole(String text, int from, int to) {
    int digits = to - from;
    boolean starts = digits == 1 || (digits > 1 && digits <= 9 && text.charAt(from) != '0');
    return starts && areDigits(text, from, to);
  }

  /** 64 digits of base 16 in lower case. */
  static boolean isHash(String text) {
    if (text.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The shape of a text and nothing of what it says: letters, digits and other signs. */
  static String shape(String text) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < text.length() && i < 40; i++) {
      char c = text.charAt(i);
      shape.append(Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '9' : sign(c));
    }
    return shape.toString();
  }

  private static char sign(char c) {
    return c >= ' ' && c < 0x7F ? c : '?';
  }
}
