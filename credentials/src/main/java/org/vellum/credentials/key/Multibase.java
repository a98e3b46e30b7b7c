package org.vellum.credentials.key;

/** Multibase strings in base58btc, header {@code z} (Controlled Identifiers 1.0, section 2.4). */
public final class Multibase {
  /** The longest text read; a signature takes 89 characters, and decoding takes quadratic time. */
  private static final int LONGEST = 1_024;

  private Multibase() {}

  /** Writes bytes as {@code z…}. */
  public static String encode(byte[] bytes) {
    return "z" + Base58.encode(bytes);
  }

  /**
   * Reads {@code z…}.
   *
   * @throws IllegalArgumentException if the text is not base58btc or longer than any key or
   *     signature
   */
  public static byte[] decode(String text) {
    if (!text.startsWith("z")) {
      throw new IllegalArgumentException("not multibase base58btc: does not start with z");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("longer than any key or signature");
    }
    return Base58.decode(text.substring(1));
  }
}
