package org.vellum.platform.jose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.vellum.platform.json.Json;

/**
 * A token that somebody signed (JWT as JWS in compact form, RFC 7519 and RFC 7515). Nothing that it
 * says is to be believed before {@link #isSignedBy}.
 */
public final class SignedToken {
  private static final int LONGEST = 50_000;
  private static final Set<JWSAlgorithm> ASYMMETRIC =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512,
          JWSAlgorithm.EdDSA,
          JWSAlgorithm.Ed25519);

  private final JWSObject token;
  private final Claims claims;

  private SignedToken(JWSObject token, Claims claims) {
    this.token = token;
    this.claims = claims;
  }

  /**
   * Reads a token; empty if it is none, is unsigned, is signed with a shared secret, demands an
   * extension ({@code crit}), or its claims are no JSON object.
   */
  public static Optional<SignedToken> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JWSObject token = JWSObject.parse(text);
      boolean known =
          ASYMMETRIC.contains(token.getHeader().getAlgorithm())
              && token.getHeader().getCriticalParams() == null;
      return known
              && Json.mapper().readTree(token.getPayload().toString()) instanceof ObjectNode claims
          ? Optional.of(new SignedToken(token, new Claims(claims)))
          : Optional.empty();
    } catch (ParseException | JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What it says. */
  public Claims claims() {
    return claims;
  }

  /** The name of the algorithm (RFC 7515, section 4.1.1). */
  public String algorithm() {
    return token.getHeader().getAlgorithm().getName();
  }

  /** Whether one of these keys signed it. */
  public boolean isSignedBy(PublicKeys keys) {
    return keys.verify(token.getHeader(), token.getSigningInput(), token.getSignature());
  }

  /** Whether it names a key that is not among these, so that there may be newer ones. */
  boolean namesNoneOf(PublicKeys keys) {
    String kid = token.getHeader().getKeyID();
    return kid != null && !keys.has(kid);
  }
}
