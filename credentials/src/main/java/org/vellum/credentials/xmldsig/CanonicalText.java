package org.vellum.credentials.xmldsig;

import java.util.Arrays;

/** Text on its way to UTF-8, as Canonical XML writes it (section 2.3). */
final class CanonicalText {
  /** Too rare in markup to be quick for: whatever stands in text or in a value. */
  private static final int ASCII = 0x80;

  private byte[] out = new byte[16 * 1024];
  private int length;

  /** Markup and names. Gives up on half of a surrogate pair. */
  void write(String text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII) {
        out[length++] = (byte) c;
      } else {
        i = beyondAscii(text, i);
      }
    }
  }

  void write(char c) {
    ensure(1);
    out[length++] = (byte) c;
  }

  /** Character data. */
  void text(String text) {
    escape(text, false);
  }

  /** The value of an attribute. */
  void value(String value) {
    escape(value, true);
  }

  private void escape(String text, boolean inValue) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        i = beyondAscii(text, i);
      } else if (c > '>' || (c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"')) {
        out[length++] = (byte) c;
      } else {
        special(c, inValue);
        ensure(text.length() - i);
      }
    }
  }

  private void special(char c, boolean inValue) {
    switch (c) {
      case '&' -> write("&amp;");
      case '<' -> write("&lt;");
      case '>' -> write(inValue ? ">" : "&gt;");
      case '"' -> write(inValue ? "&quot;" : "\"");
      case '\r' -> write("&#xD;");
      case '\n' -> write(inValue ? "&#xA;" : "\n");
      case '\t' -> write(inValue ? "&#x9;" : "\t");
      default -> throw new GaveUp();
    }
  }

  /** Writes the character there; returns the place of its last half. */
  private int beyondAscii(String text, int at) {
    int point = text.codePointAt(at);
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw new GaveUp();
    }
    ensure(4 + text.length() - at);
    if (point < 0x800) {
      out[length++] = (byte) (0xc0 | (point >> 6));
    } else if (point < 0x10000) {
      out[length++] = (byte) (0xe0 | (point >> 12));
      out[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    } else {
      out[length++] = (byte) (0xf0 | (point >> 18));
      out[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      out[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    }
    out[length++] = (byte) (0x80 | (point & 0x3f));
    return at + Character.charCount(point) - 1;
  }

  private void ensure(int more) {
    if (out.length - length < more) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(out, length);
  }
}
