package org.vellum.credentials.key;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.ECNamedCurveTable;

/**
 * The curves of NIST (FIPS 186-5; SP 800-186) that credentials are signed on, and the keys on them.
 * Every point is checked to be on its curve before it becomes a key.
 */
final class NistCurve {
  static final NistCurve P_256 = new NistCurve("P-256", "secp256r1", 32, SignatureAlgorithm.ES256);
  static final NistCurve P_384 = new NistCurve("P-384", "secp384r1", 48, SignatureAlgorithm.ES384);
  private static final List<NistCurve> ALL = List.of(P_256, P_384);

  private final String joseName;
  private final String jcaName;
  private final int fieldBytes;
  private final SignatureAlgorithm algorithm;
  private final ECParameterSpec parameters;

  private NistCurve(String joseName, String jcaName, int fieldBytes, SignatureAlgorithm algorithm) {
    this.joseName = joseName;
    this.jcaName = jcaName;
    this.fieldBytes = fieldBytes;
    this.algorithm = algorithm;
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec(jcaName));
      this.parameters = named.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK knows " + jcaName, e);
    }
  }

  static NistCurve of(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> P_256;
      case ES384 -> P_384;
      case ED25519, RS256 -> throw new IllegalArgumentException("not on a curve of NIST");
    };
  }

  /** The curve with exactly these parameters; one with a generator of its own is another curve. */
  static Optional<NistCurve> of(ECParameterSpec given) {
    for (NistCurve curve : ALL) {
      ECParameterSpec known = curve.parameters;
      if (known.getCurve().equals(given.getCurve())
          && known.getGenerator().equals(given.getGenerator())
          && known.getOrder().equals(given.getOrder())
          && known.getCofactor() == given.getCofactor()) {
        return Optional.of(curve);
      }
    }
    return Optional.empty();
  }

  /** The curve that JOSE calls by this name (RFC 7518, section 6.2.1.1). */
  static Optional<NistCurve> named(String joseName) {
    for (NistCurve curve : ALL) {
      if (curve.joseName.equals(joseName)) {
        return Optional.of(curve);
      }
    }
    return Optional.empty();
  }

  String joseName() {
    return joseName;
  }

  String jcaName() {
    return jcaName;
  }

  int fieldBytes() {
    return fieldBytes;
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  BigInteger order() {
    return parameters.getOrder();
  }

  /**
   * Reads a point as SEC 1, section 2.3.4, writes it, compressed or not.
   *
   * @throws IllegalArgumentException if the bytes are not a point of the curve, or its zero
   */
  PublicKey publicKey(byte[] sec1) {
    var point = ECNamedCurveTable.getParameterSpec(jcaName).getCurve().decodePoint(sec1);
    if (point.isInfinity()) {
      throw new IllegalArgumentException("not a point of " + joseName);
    }
    return publicKey(
        point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
  }

  /**
   * The key at a point.
   *
   * @throws IllegalArgumentException if the point is not on the curve
   */
  PublicKey publicKey(BigInteger x, BigInteger y) {
    ECNamedCurveTable.getParameterSpec(jcaName).getCurve().validatePoint(x, y);
    try {
      return factory().generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a public key on " + joseName, e);
    }
  }

  /**
   * The private key of a number.
   *
   * @throws IllegalArgumentException if it is not between 1 and the order of the curve
   */
  PrivateKey privateKey(byte[] scalar) {
    BigInteger number = new BigInteger(1, scalar);
    if (number.signum() == 0 || number.compareTo(order()) >= 0) {
      throw new IllegalArgumentException("not a private key on " + joseName);
    }
    try {
      return factory().generatePrivate(new ECPrivateKeySpec(number, parameters));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a private key on " + joseName, e);
    }
  }

  /** The compressed point: its sign, then {@code x} (SEC 1, section 2.3.3). */
  byte[] compressed(ECPublicKey key) {
    ECPoint point = key.getW();
    byte[] bytes = new byte[1 + fieldBytes];
    bytes[0] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
    System.arraycopy(fixed(point.getAffineX()), 0, bytes, 1, fieldBytes);
    return bytes;
  }

  /** A coordinate in the width of the field. */
  byte[] fixed(BigInteger coordinate) {
    byte[] bytes = coordinate.toByteArray();
    byte[] fixed = new byte[fieldBytes];
    int from = Math.max(0, bytes.length - fieldBytes);
    System.arraycopy(bytes, from, fixed, fieldBytes - bytes.length + from, bytes.length - from);
    return fixed;
  }

  private KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", SignaturePool.of(algorithm).provider().keys());
  }
}
