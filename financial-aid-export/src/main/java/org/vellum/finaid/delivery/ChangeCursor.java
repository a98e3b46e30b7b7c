package org.vellum.finaid.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.delta.SinceToken;

/**
 * Where somebody is who reads changes page by page.
 *
 * @param since from where the changes are asked for
 * @param first how far the facts reached when the first page was read: from there the next reading
 *     begins, so that what changes while one reads is not missed
 * @param after the learner who was given last as a whole; empty at the beginning
 * @param skipped how many records of the next one were given
 */
record ChangeCursor(SinceToken since, SinceToken first, String after, int skipped) {
  private static final String MARK = "p.";
  private static final int LONGEST = 1_000;

  /** The letters. */
  String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(since.profile());
      write(since, out);
      write(first, out);
      out.writeUTF(after);
      out.writeInt(skipped);
      out.writeInt(check(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void write(SinceToken token, DataOutputStream out) throws IOException {
    out.writeLong(token.position().horizon());
    out.writeLong(token.position().position());
    out.writeLong(token.asOf().getEpochSecond());
  }

  /** The cursor that the letters are, if they are one; a token is one too. */
  static Optional<ChangeCursor> parse(String text) {
    if (!text.startsWith(MARK)) {
      return SinceToken.parse(text).map(since -> new ChangeCursor(since, since, "", 0));
    }
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(MARK.length()));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      String profile = in.readUTF();
      ChangeCursor cursor =
          new ChangeCursor(read(profile, in), read(profile, in), in.readUTF(), in.readInt());
      boolean whole = in.readInt() == check(bytes, bytes.length - Integer.BYTES);
      return whole && cursor.skipped >= 0 ? Optional.of(cursor) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | IOException e) {
      return Optional.empty();
    }
  }

  private static SinceToken read(String profile, DataInputStream in) throws IOException {
    Position position = new Position(in.readLong(), in.readLong());
    return new SinceToken(profile, position, Instant.ofEpochSecond(in.readLong()));
  }

  private static int check(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /** Whether no page was read yet. */
  boolean isAtBeginning() {
    return after.isEmpty() && skipped == 0;
  }
}
