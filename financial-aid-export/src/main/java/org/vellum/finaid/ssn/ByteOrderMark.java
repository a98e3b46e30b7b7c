package org.vellum.finaid.ssn;

import java.io.IOException;
import java.io.Reader;

/** What some programs write before the first letter of a text. */
final class ByteOrderMark {
  private static final int MARK = 0xFEFF;

  private ByteOrderMark() {}

  /** Reads over it, if it is there. */
  static void skip(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
  }
}
