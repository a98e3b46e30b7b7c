package org.vellum.credentials.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base58 in the Bitcoin alphabet (draft-msporny-base58), as multibase {@code z} uses it. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(58);

  private Base58() {}

  static String encode(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      BigInteger[] quotient = rest.divideAndRemainder(BASE);
      digits.append(ALPHABET.charAt(quotient[1].intValue()));
      rest = quotient[0];
    }
    digits.repeat("1", leading(bytes, (byte) 0));
    return digits.reverse().toString();
  }

  /**
   * Reads base58.
   *
   * @throws IllegalArgumentException if a character is outside the alphabet
   */
  static byte[] decode(String text) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not base58: character " + (i + 1));
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    int zeros = leading(text.getBytes(StandardCharsets.UTF_8), (byte) '1');
    byte[] magnitude = value.signum() == 0 ? new byte[0] : unsigned(value);
    byte[] bytes = new byte[zeros + magnitude.length];
    System.arraycopy(magnitude, 0, bytes, zeros, magnitude.length);
    return bytes;
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static int leading(byte[] bytes, byte wanted) {
    int count = 0;
    while (count < bytes.length && bytes[count] == wanted) {
      count++;
    }
    return count;
  }
}
