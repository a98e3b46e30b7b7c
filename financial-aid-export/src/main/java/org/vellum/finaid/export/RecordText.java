package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Collects the text of a record and gives it on as bytes at once: character by character is slow.
 */
final class RecordText extends Writer {
  private final OutputStream out;
  private final StringBuilder text = new StringBuilder(4_096);

  RecordText(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(char[] from, int offset, int length) {
    text.append(from, offset, length);
  }

  @Override
  public void write(String from, int offset, int length) {
    text.append(from, offset, offset + length);
  }

  /** Gives on what was collected. */
  void send() throws IOException {
    out.write(text.toString().getBytes(UTF_8));
    text.setLength(0);
  }

  @Override
  public void flush() {
    // Whoever writes decides when a record is whole.
  }

  @Override
  public void close() {
    // The stream below belongs to somebody else.
  }
}
