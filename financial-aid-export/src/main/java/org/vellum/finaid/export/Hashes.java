package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and sums of it. */
final class Hashes {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
  private static final MessageDigest EMPTY = digest();
  private static final int HEX_DIGITS = 64;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

  private Hashes() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    return sha256(bytes, bytes.length);
  }

  /** Of the first bytes. */
  static byte[] sha256(byte[] bytes, int length) {
    try {
      // To look for the algorithm each time would take a third of the time of hashing a record.
      MessageDigest digest = (MessageDigest) EMPTY.clone();
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every SHA-256 of a Java platform can be copied", e);
    }
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** The hexadecimal digits as ASCII. */
  static byte[] hexBytes(byte[] hash) {
    byte[] digits = new byte[2 * hash.length];
    for (int i = 0; i < hash.length; i++) {
      digits[2 * i] = DIGITS[(hash[i] >> 4) & 0xF];
      digits[2 * i + 1] = DIGITS[hash[i] & 0xF];
    }
    return digits;
  }

  /** A sum of hashes modulo 2^256, which does not depend on the order of the addends. */
  static BigInteger sum(BigInteger one, BigInteger other) {
    return one.add(other).mod(MODULUS);
  }

  /** A sum in 64 hexadecimal digits. */
  static String hex(BigInteger sum) {
    String digits = sum.toString(16);
    return "0".repeat(HEX_DIGITS - digits.length()) + digits;
  }
}
