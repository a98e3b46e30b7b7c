package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Public keys as JSON Web Keys (RFC 7517, RFC 7518 section 6, RFC 8037). */
public final class Jwks {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SECRET = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
  private static final int LONGEST = 16 * 1024;

  private Jwks() {}

  /** The members of a JWK that no public key has. */
  public static List<String> secretMembers(JsonNode jwk) {
    return SECRET.stream().filter(jwk::has).toList();
  }

  /**
   * Reads the public key of a JWK.
   *
   * @return none if it is no key that signs here: of another kind or curve, off its curve, too weak
   *     or too long, or kept for encryption
   */
  public static Optional<PublicKey> find(JsonNode jwk) {
    String text = jwk.toString();
    if (!jwk.isObject() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JWK parsed = JWK.parse(text);
      if (KeyUse.ENCRYPTION.equals(parsed.getKeyUse())) {
        return Optional.empty();
      }
      return publicKey(parsed).filter(key -> SignatureAlgorithm.of(key).isPresent());
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes a public key, without members that are not needed.
   *
   * @throws IllegalArgumentException if the key is of a kind that does not sign here
   */
  public static ObjectNode of(PublicKey key) {
    JWK jwk =
        switch (SignatureAlgorithm.of(key).orElse(null)) {
          case ED25519 ->
              new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw(key))).build();
          case ES256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
          case ES384 -> new ECKey.Builder(Curve.P_384, (ECPublicKey) key).build();
          case RS256 -> new RSAKey.Builder((RSAPublicKey) key).build();
          case null -> throw new IllegalArgumentException("not a key that signs here");
        };
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    Stream.of("kty", "crv", "n", "e", "x", "y")
        .filter(jwk.toJSONObject()::containsKey)
        .forEach(name -> written.set(name, JSON.valueToTree(jwk.toJSONObject().get(name))));
    return written;
  }

  private static Optional<PublicKey> publicKey(JWK jwk) throws JOSEException {
    return switch (jwk) {
      case ECKey ec -> Optional.of(ec.toECPublicKey());
      case RSAKey rsa -> Optional.of(rsa.toRSAPublicKey());
      case OctetKeyPair okp when okp.getCurve().equals(Curve.Ed25519) ->
          Optional.of(Ed25519.publicKey(okp.getDecodedX()));
      default -> Optional.empty();
    };
  }

  private static byte[] raw(PublicKey key) {
    byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getBytes();
    return Arrays.copyOf(bits, 32);
  }
}
