package org.vellum.credentials.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base58 in the Bitcoin alphabet (draft-msporny-base58), as multibase {@code z} uses it. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int BASE = 58;
  private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
  private static final int DIGITS_AT_ONCE = 5;
  private static final int DIVISOR = 58 * 58 * 58 * 58 * 58;

  private Base58() {}

  static String encode(byte[] bytes) {
    int zeros = leading(bytes, (byte) 0);
    int[] words = words(bytes);
    char[] digits = new char[bytes.length * 2 + DIGITS_AT_ONCE];
    int at = digits.length;
    for (int first = 0; first < words.length; ) {
      int rest = divide(words, first);
      while (first < words.length && words[first] == 0) {
        first++;
      }
      boolean last = first == words.length;
      for (int i = 0; last ? rest > 0 : i < DIGITS_AT_ONCE; i++) {
        digits[--at] = ALPHABET.charAt(rest % BASE);
        rest /= BASE;
      }
    }
    return "1".repeat(zeros) + new String(digits, at, digits.length - at);
  }

  /** Divides a number by {@link #BASE} to the power of {@link #DIGITS_AT_ONCE}; gives the rest. */
  private static int divide(int[] words, int first) {
    long rest = 0;
    for (int i = first; i < words.length; i++) {
      long dividend = (rest << Integer.SIZE) | Integer.toUnsignedLong(words[i]);
      words[i] = (int) (dividend / DIVISOR);
      rest = dividend % DIVISOR;
    }
    return (int) rest;
  }

  /** The bytes as a number in 32-bit words, the most significant first. */
  private static int[] words(byte[] bytes) {
    int[] words = new int[(bytes.length + 3) / 4];
    for (int i = 0; i < bytes.length; i++) {
      int fromEnd = bytes.length - 1 - i;
      words[words.length - 1 - fromEnd / 4] |= (bytes[i] & 0xff) << (Byte.SIZE * (fromEnd % 4));
    }
    return words;
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
      value = value.multiply(BIG_BASE).add(BigInteger.valueOf(digit));
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
