package org.vellum.credentials.xml;

/** Text as XML 1.0 can say it. */
public final class XmlText {
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

  private static boolean isAllowed(int each) {
    return each == '\t'
        || each == '\n'
        || each == '\r'
        || (each >= 0x20 && each <= 0xd7ff)
        || (each >= 0xe000 && each <= 0xfffd)
        || each >= 0x10000;
  }
}
