package org.vellum.transcript.exporting;

/** Text that may stand in XML. */
final class XmlText {
  private XmlText() {}

  /** The text without the characters that XML 1.0, section 2.2, does not allow. */
  static String of(String text) {
    return text.codePoints()
        .filter(XmlText::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
