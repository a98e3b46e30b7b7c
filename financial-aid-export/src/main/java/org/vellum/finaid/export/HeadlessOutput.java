package org.vellum.finaid.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Lets pass what follows after so many bytes: the records of a form without its head. */
final class HeadlessOutput extends OutputStream {
  private final OutputStream out;
  private int left;

  HeadlessOutput(OutputStream out, int head) {
    this.out = out;
    this.left = head;
  }

  @Override
  public void write(int b) throws IOException {
    if (left > 0) {
      left--;
    } else {
      out.write(b);
    }
  }

  @Override
  public void write(byte[] block, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, block.length);
    int dropped = Math.min(left, length);
    left -= dropped;
    out.write(block, from + dropped, length - dropped);
  }
}
