package org.vellum.credentials.key;

import java.security.PublicKey;
import java.util.Arrays;

/**
 * The Multikey text of an Ed25519 public key: multibase base58btc of multicodec {@code 0xed01} and
 * the 32 bytes of the key (VC-DI-EDDSA, section 2.1.1).
 */
public final class Multikey {
  private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};

  private Multikey() {}

  /** Writes an Ed25519 public key as {@code z6Mk…}. */
  public static String encode(PublicKey key) {
    byte[] raw = Ed25519.rawPublicKey(key);
    byte[] coded = new byte[2 + raw.length];
    System.arraycopy(ED25519_PUBLIC, 0, coded, 0, 2);
    System.arraycopy(raw, 0, coded, 2, raw.length);
    return Multibase.encode(coded);
  }

  /**
   * Reads {@code z6Mk…}.
   *
   * @throws IllegalArgumentException if the text is not the Multikey of an Ed25519 public key
   */
  public static PublicKey decode(String multikey) {
    byte[] coded = Multibase.decode(multikey);
    if (coded.length != 34 || !Arrays.equals(coded, 0, 2, ED25519_PUBLIC, 0, 2)) {
      throw new IllegalArgumentException("not the Multikey of an Ed25519 public key");
    }
    return Ed25519.publicKey(Arrays.copyOfRange(coded, 2, 34));
  }
}
