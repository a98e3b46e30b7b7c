package org.vellum.credentials.xml;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Text as XML 1.0 can say it. */
public final class XmlText {
  private static final int DIGITS = 50;

  private XmlText() {}

  /** Without the characters that XML 1.0 has no way to write (section 2.2, Char). */
  public static String allowed(String text) {
    if (text.codePoints().allMatch(XmlText::isAllowed)) {
      return text;
    }
    return text.codePoints()
        .filter(XmlText::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** As {@code xs:token} has it: blanks at the ends gone, one blank between words. */
  public static String token(String text) {
    return allowed(text).strip().replaceAll("[ \\t\\r\\n]+", " ");
  }

  /** The first so many characters, a pair of surrogates never cut in two. */
  public static String atMost(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  /** As {@code xs:decimal} has it; null for null, and for a number that would fill pages. */
  public static @Nullable String decimal(@Nullable BigDecimal number) {
    if (number == null || number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
      return null;
    }
    return number.toPlainString();
  }

  /** As {@code xs:date} has it; null for null, and for years that not every reader knows. */
  public static @Nullable String date(@Nullable LocalDate day) {
    return day != null && day.getYear() >= 1 && day.getYear() <= 9999 ? day.toString() : null;
  }

  /** As {@code xs:dateTime} has it, in UTC; null for null, and for years as above. */
  public static @Nullable String dateTime(@Nullable Instant instant) {
    return instant != null && date(instant.atOffset(ZoneOffset.UTC).toLocalDate()) != null
        ? instant.toString()
        : null;
  }

  private static boolean isAllowed(int each) {
    return each == '\t'
        || each == '\n'
        || each == '\r'
        || (each >= 0x20 && each <= 0xd7ff)
        || (each >= 0xe000 && each <= 0xfffd)
        || each >= 0x10000;
  }
}
