package org.vellum.platform.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vellum.platform.usecase.Component;

/** Signs tokens with the key whose turn it is (RS256). */
@Component
public class TokenSigner {
  private final SigningKeys keys;
  private final SigningConfiguration configuration;
  private final RotateSigningKey rotate;
  private final Clock clock;
  private final Map<String, RSAKey> opened = new ConcurrentHashMap<>();

  @Inject
  public TokenSigner(
      SigningKeys keys, SigningConfiguration configuration, RotateSigningKey rotate, Clock clock) {
    this.keys = keys;
    this.configuration = configuration;
    this.rotate = rotate;
    this.clock = clock;
  }

  /** Whether there is a secret under which keys are kept; without one nothing is signed. */
  public boolean isReady() {
    return !configuration.keySecret().isEmpty();
  }

  /**
   * Signs claims as they are.
   *
   * @return the token in compact form
   * @throws IllegalStateException if {@code vellum.platform.key-secret} is not set or wrong
   */
  public String sign(ObjectNode claims) {
    RSAKey key = key();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    JWSObject token = new JWSObject(header, new Payload(claims.toString()));
    try {
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key signs", e);
    }
  }

  /** The key set that others verify by (RFC 7517, section 5); the first key is made when asked. */
  public String publicKeys() {
    return published().stream()
        .map(SigningKeys.Kept::publicKey)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private RSAKey key() {
    List<SigningKeys.Kept> published = published();
    // Asked for after the keys, of which the first may have been made only now.
    Instant now = clock.instant();
    SigningKeys.Kept signing =
        published.stream()
            .filter(key -> !key.signsFrom().isAfter(now))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("vellum.platform.key-secret is not set"));
    return opened.computeIfAbsent(
        signing.kid(), kid -> EncryptedKey.open(signing.encrypted(), configuration.keySecret()));
  }

  private List<SigningKeys.Kept> published() {
    List<SigningKeys.Kept> published = keys.published(clock.instant());
    if (published.isEmpty() && isReady()) {
      rotate.rotate("system");
      return keys.published(clock.instant());
    }
    return published;
  }

  /** What people may know of the keys that are published. */
  public List<Shown> shown() {
    Instant now = clock.instant();
    return keys.published(now).stream()
        .map(key -> new Shown(key.kid(), key.createdAt(), key.signsFrom(), key.withdrawnAt()))
        .toList();
  }

  /** A published key: when it was made, from when on it signs, and when it is withdrawn. */
  public record Shown(
      String kid, Instant createdAt, Instant signsFrom, Optional<Instant> withdrawnAt) {}
}
