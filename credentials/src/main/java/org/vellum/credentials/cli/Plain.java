package org.vellum.credentials.cli;

/** Text of a stranger on its way to a terminal, which obeys control characters. */
final class Plain {
  private static final int LONGEST = 500;

  private Plain() {}

  /** The text with control and direction characters made visible, and cut where it is very long. */
  static String text(String written) {
    StringBuilder plain = new StringBuilder();
    written
        .codePoints()
        .limit(LONGEST)
        .forEach(point -> {
          if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            plain.append(String.format("\\u%04x", point));
          } else {
            plain.appendCodePoint(point);
          }
        });
    return written.codePointCount(0, written.length()) > LONGEST ? plain + "…" : plain.toString();
  }
}
