package org.vellum.platform.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The public keys of somebody who signs (JWK Set, RFC 7517, section 5): RSA of 2,048 bits and more,
 * the NIST curves, Ed25519. Keys of other kinds, for encryption, or of secrets are left out.
 */
public final class PublicKeys {
  private static final int LONGEST = 200_000;
  private static final int MOST = 100;
  private static final int SHORTEST_RSA = 2_048;
  private static final int LONGEST_RSA = 16_384;
  private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

  /** RFC 8410, section 4: what stands before the 32 bytes of an Ed25519 key. */
  private static final byte[] ED25519_HEAD = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private final List<JWK> keys;

  private PublicKeys(List<JWK> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Reads a key set; empty if it is none, or holds no key that signatures are verified by. */
  public static Optional<PublicKeys> parse(String json) {
    if (json.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      List<JWK> keys =
          JWKSet.parse(json).getKeys().stream()
              .limit(MOST)
              .filter(PublicKeys::verifies)
              .map(JWK::toPublicJWK)
              .toList();
      return keys.isEmpty() ? Optional.empty() : Optional.of(new PublicKeys(keys));
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The set as JSON, without anything private. */
  public String json() {
    return new JWKSet(keys).toString();
  }

  /** Whether one of them has this identifier. */
  boolean has(String kid) {
    return keys.stream().anyMatch(key -> kid.equals(key.getKeyID()));
  }

  /** Whether one of the keys that the header may mean made the signature. */
  boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
    return keys.stream()
        .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
        .filter(key ->
            key.getAlgorithm() == null
                || key.getAlgorithm().getName().equals(header.getAlgorithm().getName()))
        .anyMatch(key -> verify(key, header, input, signature));
  }

  private static boolean verify(JWK key, JWSHeader header, byte[] input, Base64URL signature) {
    boolean edwards =
        JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
            || JWSAlgorithm.Ed25519.equals(header.getAlgorithm());
    try {
      if (key instanceof OctetKeyPair pair) {
        return edwards && verifyEd25519(pair, input, signature);
      }
      return !edwards
          && new DefaultJWSVerifierFactory()
              .createJWSVerifier(header, ((AsymmetricJWK) key).toPublicKey())
              .verify(header, input, signature);
    } catch (JOSEException | GeneralSecurityException e) {
      return false;
    }
  }

  /** RFC 8037, section 3.1, by the JDK: Nimbus would want another library for it. */
  private static boolean verifyEd25519(OctetKeyPair pair, byte[] input, Base64URL signature)
      throws GeneralSecurityException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(ED25519_HEAD);
    encoded.writeBytes(pair.getDecodedX());
    PublicKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(input);
    return verifier.verify(signature.decode());
  }

  private static boolean verifies(JWK key) {
    boolean known =
        switch (key) {
          case RSAKey rsa -> rsa.size() >= SHORTEST_RSA && rsa.size() <= LONGEST_RSA;
          case ECKey curve -> CURVES.contains(curve.getCurve());
          case OctetKeyPair pair ->
              Curve.Ed25519.equals(pair.getCurve()) && pair.getDecodedX().length == 32;
          default -> false;
        };
    return known && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
  }
}
