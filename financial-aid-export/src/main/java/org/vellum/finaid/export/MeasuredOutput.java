package org.vellum.finaid.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what goes through. */
final class MeasuredOutput extends FilterOutputStream {
  private final MessageDigest digest = Hashes.digest();
  private long bytes;

  MeasuredOutput(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] block, int from, int length) throws IOException {
    out.write(block, from, length);
    digest.update(block, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** The hash of all that went through; to be asked once, at the end. */
  String sha256() {
    return Hashes.hex(digest.digest());
  }
}
