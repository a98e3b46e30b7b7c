package org.vellum.credentials.key;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * The ways to sign that the formats of learner records use. An algorithm is told from the key,
 * never from a document that asks to be believed.
 */
public enum SignatureAlgorithm {
  /** Ed25519 (RFC 8032); {@code EdDSA} in JOSE (RFC 8037). */
  ED25519("EdDSA", "Ed25519", "Ed25519", 64),

  /** ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4). */
  ES256("ES256", "EC", "SHA256withECDSAinP1363Format", 64),

  /** ECDSA on P-384 with SHA-384 (RFC 7518, section 3.4). */
  ES384("ES384", "EC", "SHA384withECDSAinP1363Format", 96),

  /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3); of keys of 2048 bits or more. */
  RS256("RS256", "RSA", "SHA256withRSA", 0);

  /** NIST SP 800-131A and RFC 7518, section 3.3. */
  static final int SHORTEST_MODULUS = 2_048;

  /** A stranger's longer key would keep a verifier busy. */
  static final int LONGEST_MODULUS = 8_192;

  private final String joseName;
  private final String keyAlgorithm;
  private final String jcaName;
  private final int signatureBytes;

  SignatureAlgorithm(String joseName, String keyAlgorithm, String jcaName, int signatureBytes) {
    this.joseName = joseName;
    this.keyAlgorithm = keyAlgorithm;
    this.jcaName = jcaName;
    this.signatureBytes = signatureBytes;
  }

  /** The value of {@code alg} in a JOSE header. */
  public String joseName() {
    return joseName;
  }

  /** What the JCA calls keys of this kind. */
  public String keyAlgorithm() {
    return keyAlgorithm;
  }

  /** What the JCA calls the signature, with ECDSA in fixed width. */
  public String jcaName() {
    return jcaName;
  }

  /** How long its signatures are, in bytes; 0 if that depends on the key. */
  public int signatureBytes() {
    return signatureBytes;
  }

  /** The algorithm that a key signs with; none if the key is of another kind, or too weak. */
  public static Optional<SignatureAlgorithm> of(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      return NistCurve.of(ec.getParams()).map(NistCurve::algorithm);
    }
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      return bits >= SHORTEST_MODULUS && bits <= LONGEST_MODULUS
          ? Optional.of(RS256)
          : Optional.empty();
    }
    return Ed25519.isKey(key) ? Optional.of(ED25519) : Optional.empty();
  }

  /** The name of the provider that signs and verifies, for a log line or a health page. */
  public String providerName() {
    return SignaturePool.of(this).provider().signing().getName();
  }

  /**
   * Signs a message with a key in memory.
   *
   * @throws IllegalArgumentException if the key is of another kind
   */
  public byte[] sign(PrivateKey key, byte[] message) {
    return SignaturePool.of(this).sign(key, message);
  }

  /**
   * Whether the signature over the message was made with the private half of the key. Signatures of
   * another length, in DER, or with a number out of its range are not.
   *
   * @throws IllegalArgumentException if the key is of another kind
   */
  public boolean verify(PublicKey key, byte[] message, byte[] signature) {
    if (!of(key).filter(this::equals).isPresent()) {
      throw new IllegalArgumentException("this key cannot verify " + joseName);
    }
    return isInRange(signature) && SignaturePool.of(this).verify(key, message, signature);
  }

  /** ECDSA's numbers are at least 1 and below the order; some providers once forgot to look. */
  private boolean isInRange(byte[] signature) {
    if (signatureBytes > 0 && signature.length != signatureBytes) {
      return false;
    }
    if (!keyAlgorithm.equals("EC")) {
      return true;
    }
    BigInteger order = NistCurve.of(this).order();
    int half = signatureBytes / 2;
    BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, signatureBytes));
    return r.signum() > 0 && s.signum() > 0 && r.compareTo(order) < 0 && s.compareTo(order) < 0;
  }
}
