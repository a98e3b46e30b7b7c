package org.vellum.credentials.baking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG one after the other (PNG, second edition, section 5). Holds one small buffer,
 * whatever lengths the chunks claim.
 */
final class PngReader {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BUFFER = 16_384;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private long position;

  PngReader(InputStream in) {
    this.in = in;
  }

  /**
   * The head of a chunk.
   *
   * @param at the byte at which it begins
   * @param length the length of its data, as it claims
   * @param type its four letters
   */
  record Head(long at, int length, String type) {
    String place() {
      return "byte " + at;
    }

    boolean isText() {
      return type.equals("iTXt") || type.equals("tEXt");
    }

    byte[] bytes() {
      return ByteBuffer.allocate(8).putInt(length).put(type.getBytes(ISO_8859_1)).array();
    }
  }

  void signature() throws IOException, DamagedImageException {
    if (!Arrays.equals(take(SIGNATURE.length), SIGNATURE)) {
      throw new DamagedImageException("not-png", "byte 0", "the signature is not that of a PNG");
    }
  }

  /** The next chunk's head; the one before must have been read or copied. */
  Head next() throws IOException, DamagedImageException {
    long at = position;
    ByteBuffer head = ByteBuffer.wrap(take(8));
    int length = head.getInt();
    String type = new String(head.array(), 4, 4, ISO_8859_1);
    if (length < 0) {
      throw new DamagedImageException("chunk-length", "byte " + at, "a length beyond 2^31 - 1");
    }
    if (!type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
      throw new DamagedImageException("chunk-type", "byte " + at, "a type that is not letters");
    }
    // Told before anything is read, so that a lying length costs nothing.
    if (position + length + 4 > Bounds.PNG_BYTES) {
      throw new DamagedImageException(
          "too-large",
          "byte " + at,
          "a chunk claims " + length + " bytes; pictures are read up to " + Bounds.PNG_BYTES);
    }
    return new Head(at, length, type);
  }

  /** The data of a chunk that is small enough to be held. */
  Chunk read(Head head) throws IOException, DamagedImageException {
    if (head.length() > Bounds.CREDENTIAL_BYTES) {
      throw new DamagedImageException("too-large", head.place(), "a text chunk is too large");
    }
    byte[] data = take(head.length());
    CRC32 crc = started(head);
    crc.update(data);
    return new Chunk(head, data, ends(crc));
  }

  /**
   * A chunk that was read.
   *
   * @param head its head
   * @param data its data
   * @param intact whether its checksum is right
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
  record Chunk(Head head, byte[] data, boolean intact) {}

  /** Copies head, data and checksum as they are; whether the checksum is right. */
  boolean copy(Head head, OutputStream out) throws IOException, DamagedImageException {
    out.write(head.bytes());
    CRC32 crc = started(head);
    int left = head.length();
    while (left > 0) {
      int read = in.readNBytes(buffer, 0, Math.min(left, BUFFER));
      if (read == 0) {
        throw truncated();
      }
      crc.update(buffer, 0, read);
      out.write(buffer, 0, read);
      position += read;
      left -= read;
    }
    byte[] written = take(4);
    out.write(written);
    return ByteBuffer.wrap(written).getInt() == (int) crc.getValue();
  }

  /** Writes a chunk that was read and is intact. */
  static void write(Chunk chunk, OutputStream out) throws IOException {
    out.write(chunk.head().bytes());
    out.write(chunk.data());
    CRC32 crc = started(chunk.head());
    crc.update(chunk.data());
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** Whether anything stands after the last chunk. */
  boolean hasMore() throws IOException {
    return in.read() >= 0;
  }

  private boolean ends(CRC32 crc) throws IOException, DamagedImageException {
    return ByteBuffer.wrap(take(4)).getInt() == (int) crc.getValue();
  }

  private static CRC32 started(Head head) {
    CRC32 crc = new CRC32();
    crc.update(head.type().getBytes(ISO_8859_1));
    return crc;
  }

  private byte[] take(int length) throws IOException, DamagedImageException {
    // readNBytes grows as bytes arrive: a claimed length alone takes no memory.
    byte[] bytes = in.readNBytes(length);
    position += bytes.length;
    if (bytes.length < length) {
      throw truncated();
    }
    return bytes;
  }

  private DamagedImageException truncated() {
    return new DamagedImageException("truncated", "byte " + position, "the picture ends too early");
  }
}
