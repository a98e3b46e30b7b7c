package org.vellum.platform.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends the request when more is read from it than is allowed. */
final class BoundedStream extends FilterInputStream {
  private final long maximum;
  private long count;

  BoundedStream(InputStream in, long maximum) {
    super(in);
    this.maximum = maximum;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : counted(1, read);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return read < 0 ? read : counted(read, read);
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    counted(skipped, 0);
    return skipped;
  }

  private int counted(long bytes, int read) {
    count += bytes;
    if (count > maximum) {
      throw BodyLimit.tooLarge(maximum).exception();
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public synchronized void mark(int limit) {
    // What could be read again would be counted twice.
  }

  @Override
  public synchronized void reset() throws IOException {
    throw new IOException("mark is not supported");
  }
}
