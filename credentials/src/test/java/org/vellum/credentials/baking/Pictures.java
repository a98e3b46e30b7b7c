package org.vellum.credentials.baking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** PNG pictures, whole and damaged, made of their chunks. */
public final class Pictures {
  static final String JWS = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6InVybjp4In0.c2lnbmF0dXJl";
  static final String JSON = "{\"id\":\"https://issuer.example/a/1\",\"name\":\"Größe ]]> 😀\"}";

  private Pictures() {}

  @SuppressWarnings("ArrayRecordComponent") // compared by its members
  record Chunk(String type, byte[] data) {}

  /** A small picture that every reader takes. */
  public static byte[] png() {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 30; y++) {
        image.setRGB(x, y, (x * 6) << 24 | (y * 8) << 16 | x * y);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static BufferedImage decoded(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Chunk> chunks(byte[] png) {
    List<Chunk> chunks = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(png, 8, png.length - 8);
    while (in.remaining() > 0) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data).getInt();
      chunks.add(new Chunk(new String(type, ISO_8859_1), data));
    }
    return chunks;
  }

  static byte[] assembled(List<Chunk> chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PngReader.SIGNATURE);
    chunks.forEach(chunk -> out.writeBytes(bytes(chunk)));
    return out.toByteArray();
  }

  static byte[] bytes(Chunk chunk) {
    byte[] type = chunk.type().getBytes(ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(chunk.data());
    return ByteBuffer.allocate(chunk.data().length + 12)
        .putInt(chunk.data().length)
        .put(type)
        .put(chunk.data())
        .putInt((int) crc.getValue())
        .array();
  }

  /** A picture with further chunks after its header. */
  static byte[] with(Chunk... more) {
    List<Chunk> chunks = new ArrayList<>(chunks(png()));
    chunks.addAll(1, Arrays.asList(more));
    return assembled(chunks);
  }

  static Chunk text(String keyword, String text) {
    return new Chunk("tEXt", (keyword + "\0" + text).getBytes(ISO_8859_1));
  }

  static Chunk compressed(String keyword, byte[] text) {
    Deflater deflater = new Deflater();
    deflater.setInput(text);
    deflater.finish();
    byte[] buffer = new byte[text.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    byte[] head = (keyword + "\0\1\0en\0x\0").getBytes(ISO_8859_1);
    return new Chunk(
        "iTXt", ByteBuffer.allocate(head.length + length).put(head).put(buffer, 0, length).array());
  }
}
