package org.vellum.transcript.issuer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import org.vellum.credentials.key.VerificationKey;

/**
 * The public side of one of the issuer's keys: created, signing until it is retired, and verifying
 * for ever; what it signed since it was compromised is invalid.
 *
 * @param verificationMethod the DID URL that proofs name
 * @param publicKeyMultibase the public key as Multikey, {@code z6Mk…}
 * @param createdAt since when it signs
 * @param retiredAt since when it no longer signs; empty for the one that signs
 * @param compromise that it was in foreign hands; empty if that is not known
 */
public record SigningKey(
    String verificationMethod,
    String publicKeyMultibase,
    Instant createdAt,
    Optional<Instant> retiredAt,
    Optional<Compromise> compromise) {

  /** Whether it is the one that signs. */
  @JsonIgnore
  public boolean signs() {
    return retiredAt.isEmpty();
  }

  /**
   * What the issuer's document says of it. Retiring is no end that is published: verifiers are
   * expected to verify nothing by a key whose {@code expires} has passed (Controlled Identifiers
   * 1.0, section 2.2), and what a replaced key signed holds for ever.
   */
  public VerificationKey verificationKey() {
    String controller = verificationMethod.substring(0, verificationMethod.indexOf('#'));
    VerificationKey key = new VerificationKey(verificationMethod, controller, publicKeyMultibase);
    return compromise.map(each -> key.revokedAsOf(each.since())).orElse(key);
  }
}
