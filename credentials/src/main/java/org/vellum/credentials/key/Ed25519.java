package org.vellum.credentials.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * Ed25519 (RFC 8032) with the provider chosen at start.
 *
 * <p>{@link Signature} objects are costly to make and not safe to share, so each is lent to one
 * call at a time and returned. A pool is used and not a {@link ThreadLocal}, which would keep a
 * stopped application's classes alive in the threads of its server.
 */
public final class Ed25519 {
  private static final String ALGORITHM = "Ed25519";
  private static final byte[] X509_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };
  private static final byte[] PKCS8_PREFIX = {
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
  };
  private static final SignatureProvider PROVIDER = SignatureProvider.choose();
  private static final ConcurrentLinkedQueue<Signature> IDLE = new ConcurrentLinkedQueue<>();

  private Ed25519() {}

  /** The name of the provider that signs and verifies here, for a log line or a health page. */
  public static String providerName() {
    return PROVIDER.signing().getName();
  }

  /** Makes a new key pair from the provider's secure random source. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM, PROVIDER.keys()).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no Ed25519 in the chosen provider", e);
    }
  }

  /**
   * Reads the 32 bytes of a public key.
   *
   * @throws IllegalArgumentException if they are not a point of the curve
   */
  public static PublicKey publicKey(byte[] raw) {
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
    try {
      Signature signature = borrow();
      signature.initSign(key);
      signature.update(message);
      byte[] signed = signature.sign();
      IDLE.add(signature);
      return signed;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign with Ed25519", e);
    }
  }

  /** Whether the signature over the message was made with the private half of the key. */
  public static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = borrow();
      signature.initVerify(key);
      signature.update(message);
      boolean genuine = signature.verify(signed);
      IDLE.add(signature);
      return genuine;
    } catch (SignatureException e) {
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("this key cannot verify Ed25519", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no Ed25519 in the chosen provider", e);
    }
  }

  static byte[] rawPublicKey(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded.length != 44 || !Arrays.equals(encoded, 0, 12, X509_PREFIX, 0, 12)) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
    return Arrays.copyOfRange(encoded, 12, 44);
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
    return KeyFactory.getInstance(ALGORITHM, PROVIDER.keys());
  }

  private static Signature borrow() throws GeneralSecurityException {
    Signature idle = IDLE.poll();
    return idle != null ? idle : Signature.getInstance(ALGORITHM, PROVIDER.signing());
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
