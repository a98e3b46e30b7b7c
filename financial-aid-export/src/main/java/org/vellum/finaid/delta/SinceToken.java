package org.vellum.finaid.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * From where changes are asked for, in letters that mean nothing to others.
 *
 * @param profile what the package it came with was written in
 * @param position the place in the event log
 * @param asOf the moment of the snapshot it came with, in whole seconds
 */
public record SinceToken(String profile, Position position, Instant asOf) {
  private static final byte VERSION = 1;
  private static final int FIGURES = 1 + 3 * Long.BYTES;
  private static final int LONGEST = 200;

  /** The letters. */
  public String text() {
    byte[] name = profile.getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(FIGURES + name.length + Integer.BYTES)
            .put(VERSION)
            .putLong(position.horizon())
            .putLong(position.position())
            .putLong(asOf.getEpochSecond())
            .put(name);
    bytes.putInt(check(bytes.array(), FIGURES + name.length));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The token that the letters are, if they are one. */
  public static Optional<SinceToken> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      int end = bytes.limit() - Integer.BYTES;
      if (end < FIGURES
          || bytes.get(0) != VERSION
          || bytes.getInt(end) != check(bytes.array(), end)) {
        return Optional.empty();
      }
      bytes.position(1);
      Position position = new Position(bytes.getLong(), bytes.getLong());
      Instant asOf = Instant.ofEpochSecond(bytes.getLong());
      byte[] name = new byte[end - FIGURES];
      bytes.get(name);
      return Optional.of(new SinceToken(new String(name, UTF_8), position, asOf));
    } catch (IllegalArgumentException | BufferUnderflowException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Against what was cut off or mistyped, not against forgery: a token opens no door. */
  private static int check(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
