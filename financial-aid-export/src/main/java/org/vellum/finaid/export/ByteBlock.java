package org.vellum.finaid.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that are put together before they go anywhere: of a record, or of many. */
final class ByteBlock {
  private byte[] bytes;
  private int length;

  /** With room for so many bytes; it grows. */
  ByteBlock(int room) {
    this.bytes = new byte[room];
  }

  int length() {
    return length;
  }

  void add(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  void add(byte[] from) {
    add(from, 0, from.length);
  }

  /** Adds the bytes from a place up to another. */
  void add(byte[] from, int start, int end) {
    int more = end - start;
    room(more);
    System.arraycopy(from, start, bytes, length, more);
    length += more;
  }

  /** Adds a text of ASCII alone. */
  void add(String ascii) {
    int more = ascii.length();
    room(more);
    for (int i = 0; i < more; i++) {
      bytes[length + i] = (byte) ascii.charAt(i);
    }
    length += more;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  byte[] sha256() {
    return Hashes.sha256(bytes, length);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Gives all on, and is empty then. */
  void sendTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }
}
