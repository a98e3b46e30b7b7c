package org.vellum.credentials.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Ed25519 (RFC 8032): keys as raw bytes, and signatures by the provider chosen at start. */
public final class Ed25519 {
  private static final String ALGORITHM = "Ed25519";
  private static final byte[] X509_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };
  private static final byte[] PKCS8_PREFIX = {
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
  };
  private static final int RAW_BYTES = 32;

  private Ed25519() {}

  /** The name of the provider that signs and verifies here, for a log line or a health page. */
  public static String providerName() {
    return SignatureAlgorithm.ED25519.providerName();
  }

  /** Makes a new key pair from the provider's secure random source. */
  public static KeyPair generate() {
    return SignaturePool.of(SignatureAlgorithm.ED25519).provider().generate();
  }

  /**
   * Reads the 32 bytes of a public key.
   *
   * @throws IllegalArgumentException if they are not a point of the curve in its one encoding, or a
   *     point of small order, under which a signature holds for every message
   */
  public static PublicKey publicKey(byte[] raw) {
    if (raw.length != RAW_BYTES
        || !org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyPartial(raw, 0)) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
    try {
      return keys().generatePublic(new X509EncodedKeySpec(concat(X509_PREFIX, raw)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 public key", e);
    }
  }

  /**
   * Reads the 32 bytes of a private key's seed.
   *
   * @throws IllegalArgumentException if they are not 32 bytes
   */
  public static PrivateKey privateKey(byte[] seed) {
    return fromPkcs8(concat(PKCS8_PREFIX, seed));
  }

  /** Signs a message; the signature has 64 bytes. */
  public static byte[] sign(PrivateKey key, byte[] message) {
    return SignatureAlgorithm.ED25519.sign(key, message);
  }

  /** Whether the signature over the message was made with the private half of the key. */
  public static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    return SignatureAlgorithm.ED25519.verify(key, message, signed);
  }

  static boolean isKey(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return encoded != null
        && encoded.length == X509_PREFIX.length + RAW_BYTES
        && Arrays.equals(encoded, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length);
  }

  static byte[] rawPublicKey(PublicKey key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
  }

  /** PKCS #8 version 1 (RFC 8410, section 7), which every library reads. */
  static byte[] pkcs8(PrivateKey key) {
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
      byte[] seed = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
      return concat(PKCS8_PREFIX, seed);
    } catch (IOException e) {
      throw new IllegalArgumentException("not an Ed25519 private key", e);
    }
  }

  static PrivateKey fromPkcs8(byte[] encoded) {
    try {
      return keys().generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 private key", e);
    }
  }

  private static KeyFactory keys() throws GeneralSecurityException {
    return KeyFactory.getInstance(
        ALGORITHM, SignaturePool.of(SignatureAlgorithm.ED25519).provider().keys());
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
