package org.vellum.platform.time;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** Makes identifiers and secrets. Safe for use by many threads. */
public final class Ids {
  private final Clock clock;
  private final SecureRandom chance;

  public Ids(Clock clock, SecureRandom chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /** A new UUID version 7 (RFC 9562, section 5.7): sorted by the millisecond of its making. */
  public UUID next() {
    long random = chance.nextLong();
    long high = (clock.millis() << 16) | 0x7000L | (random >>> 52);
    return new UUID(high, variant(chance.nextLong()));
  }

  /**
   * A new UUID version 4 (RFC 9562, section 5.4): the only kind that we make which a CASE
   * identifier may be, since the official schema knows versions 1 to 5 only.
   */
  public UUID nextV4() {
    long high = (chance.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    return new UUID(high, variant(chance.nextLong()));
  }

  /**
   * A new unguessable text of the base64url alphabet.
   *
   * @param bytes how many random bytes it carries, at least 16
   */
  public String secret(int bytes) {
    if (bytes < 16) {
      throw new IllegalArgumentException("a secret of less than 16 bytes can be guessed");
    }
    byte[] secret = new byte[bytes];
    chance.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /**
   * A random whole number.
   *
   * @param bound more than 0
   * @return 0 or more and less than {@code bound}
   */
  public int below(int bound) {
    return chance.nextInt(bound);
  }

  private static long variant(long random) {
    return (random & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
  }
}
