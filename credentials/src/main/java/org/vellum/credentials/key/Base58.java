package org.vellum.credentials.key;

import java.util.Arrays;

/** Base58 in the Bitcoin alphabet (draft-msporny-base58), as multibase {@code z} uses it. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int BASE = 58;
  private static final byte[] DIGITS = digits();
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
    int ones = 0;
    while (ones < text.length() && text.charAt(ones) == '1') {
      ones++;
    }
    int[] words = new int[text.length() / DIGITS_AT_ONCE + 1];
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(at + DIGITS_AT_ONCE, text.length());
      int digits = 0;
      int factor = 1;
      for (; at < end; at++) {
        digits = digits * BASE + digit(text, at);
        factor *= BASE;
      }
      multiply(words, factor, digits);
    }
    return bytes(words, ones);
  }

  private static int digit(String text, int at) {
    char c = text.charAt(at);
    int digit = c < DIGITS.length ? DIGITS[c] : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("not base58: character " + (at + 1));
    }
    return digit;
  }

  /** Multiplies a number and adds to it. Five digits need less than 30 bits, so it fits. */
  private static void multiply(int[] words, int factor, int summand) {
    long carry = summand;
    for (int i = words.length - 1; i >= 0; i--) {
      carry += Integer.toUnsignedLong(words[i]) * factor;
      words[i] = (int) carry;
      carry >>>= Integer.SIZE;
    }
  }

  /** The bytes of a number without zeros in front, but for so many. */
  private static byte[] bytes(int[] words, int zeros) {
    byte[] all = new byte[4 * words.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (words[i / 4] >>> (Byte.SIZE * (3 - i % 4)));
    }
    int magnitude = all.length - leading(all, (byte) 0);
    byte[] bytes = new byte[zeros + magnitude];
    System.arraycopy(all, all.length - magnitude, bytes, zeros, magnitude);
    return bytes;
  }

  private static byte[] digits() {
    byte[] digits = new byte[0x80];
    Arrays.fill(digits, (byte) -1);
    for (int digit = 0; digit < BASE; digit++) {
      digits[ALPHABET.charAt(digit)] = (byte) digit;
    }
    return digits;
  }

  private static int leading(byte[] bytes, byte wanted) {
    int count = 0;
    while (count < bytes.length && bytes[count] == wanted) {
      count++;
    }
    return count;
  }
}
