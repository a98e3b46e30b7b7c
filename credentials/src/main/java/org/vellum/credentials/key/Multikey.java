package org.vellum.credentials.key;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/**
 * The Multikey text of a public key: multibase base58btc of a multicodec and the key (Controlled
 * Identifiers 1.0, section 2.2.2): Ed25519 as 32 bytes, P-256 and P-384 as a compressed point.
 */
public final class Multikey {
  private static final byte[] ED25519 = {(byte) 0xed, 0x01};
  private static final byte[] P_256 = {(byte) 0x80, 0x24};
  private static final byte[] P_384 = {(byte) 0x81, 0x24};

  private Multikey() {}

  /**
   * Writes a public key: {@code z6Mk…} of Ed25519, {@code zDn…} of P-256, {@code z82…} of P-384.
   *
   * @throws IllegalArgumentException if Multikey has no form for the key
   */
  public static String encode(PublicKey key) {
    return switch (SignatureAlgorithm.of(key).orElse(SignatureAlgorithm.RS256)) {
      case ED25519 -> Multibase.encode(concat(ED25519, Ed25519.rawPublicKey(key)));
      case ES256 -> Multibase.encode(concat(P_256, NistCurve.P_256.compressed((ECPublicKey) key)));
      case ES384 -> Multibase.encode(concat(P_384, NistCurve.P_384.compressed((ECPublicKey) key)));
      case RS256 -> throw new IllegalArgumentException("no Multikey is written for this key");
    };
  }

  /**
   * Reads what {@link #encode} writes.
   *
   * @throws IllegalArgumentException if the text is not the Multikey of a public key of these kinds
   */
  public static PublicKey decode(String multikey) {
    byte[] coded = Multibase.decode(multikey);
    if (isKey(coded, ED25519, 32)) {
      return Ed25519.publicKey(Arrays.copyOfRange(coded, 2, coded.length));
    }
    if (isKey(coded, P_256, 33)) {
      return NistCurve.P_256.publicKey(Arrays.copyOfRange(coded, 2, coded.length));
    }
    if (isKey(coded, P_384, 49)) {
      return NistCurve.P_384.publicKey(Arrays.copyOfRange(coded, 2, coded.length));
    }
    throw new IllegalArgumentException(
        "not the Multikey of a public key of Ed25519, P-256 or P-384");
  }

  private static boolean isKey(byte[] coded, byte[] codec, int bytes) {
    return coded.length == 2 + bytes && Arrays.equals(coded, 0, 2, codec, 0, 2);
  }

  private static byte[] concat(byte[] codec, byte[] key) {
    byte[] coded = Arrays.copyOf(codec, 2 + key.length);
    System.arraycopy(key, 0, coded, 2, key.length);
    return coded;
  }
}
