package org.vellum.credentials.baking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A textual chunk of a PNG that carries a credential (PNG, second edition, section 11.3.4).
 *
 * @param kind the standard, by its keyword
 * @param text the text
 * @param compressed whether it was compressed, which the baking standards forbid
 * @param legacy whether it is in a tEXt chunk, as Open Badges before 1.1 baked it
 */
record PngText(Kind kind, String text, boolean compressed, boolean legacy) {

  /** Which credential a textual chunk carries; empty if none of ours. */
  static Optional<Kind> kind(PngReader.Chunk chunk) {
    int end = zero(chunk.data(), 0);
    String keyword = end < 0 ? "" : new String(chunk.data(), 0, end, ISO_8859_1);
    return Arrays.stream(Kind.values()).filter(kind -> kind.keyword().equals(keyword)).findFirst();
  }

  /** The text of a chunk that carries a credential of this kind. */
  static PngText read(PngReader.Chunk chunk, Kind kind) throws DamagedImageException {
    byte[] data = chunk.data();
    int at = zero(data, 0) + 1;
    if (chunk.head().type().equals("tEXt")) {
      return new PngText(kind, new String(data, at, data.length - at, ISO_8859_1), false, true);
    }
    // Compression flag and method, language tag, translated keyword, text.
    int language = zero(data, at + 2);
    int translated = language < 0 ? -1 : zero(data, language + 1);
    if (translated < 0) {
      throw new DamagedImageException("itxt", chunk.head().place(), "an iTXt chunk without text");
    }
    byte[] text = Arrays.copyOfRange(data, translated + 1, data.length);
    boolean compressed = data[at] != 0;
    return new PngText(
        kind, decode(compressed ? inflate(text, chunk) : text, chunk), compressed, false);
  }

  /** An uncompressed iTXt chunk, whole: length, type, data and checksum. */
  static byte[] chunk(Kind kind, byte[] text) {
    byte[] keyword = kind.keyword().getBytes(ISO_8859_1);
    int length = keyword.length + 5 + text.length;
    ByteBuffer chunk = ByteBuffer.allocate(length + 12);
    chunk.putInt(length).put("iTXt".getBytes(ISO_8859_1)).put(keyword);
    // End of keyword, no compression, method 0, no language, no translated keyword.
    chunk.put(new byte[5]).put(text);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, length + 4);
    return chunk.putInt((int) crc.getValue()).array();
  }

  private static int zero(byte[] data, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String decode(byte[] text, PngReader.Chunk chunk) throws DamagedImageException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new DamagedImageException("encoding", chunk.head().place(), "the text is not UTF-8");
    }
  }

  private static byte[] inflate(byte[] data, PngReader.Chunk chunk) throws DamagedImageException {
    String place = chunk.head().place();
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[16_384];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        out.write(buffer, 0, read);
        if (out.size() > Bounds.CREDENTIAL_BYTES) {
          throw new DamagedImageException("too-large", place, "the text inflates beyond bounds");
        }
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new DamagedImageException("compression", place, "the compressed text is cut short");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new DamagedImageException("compression", place, "the text is not compressed as said");
    } finally {
      inflater.end();
    }
  }
}
