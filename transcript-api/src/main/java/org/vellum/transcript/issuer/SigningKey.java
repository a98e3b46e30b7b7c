package org.vellum.transcript.issuer;

import java.time.Instant;
import java.util.Optional;
import org.vellum.credentials.key.VerificationKey;

/**
 * The public side of one of the issuer's keys: created, signing until it is retired, and verifying
 * for ever.
 *
 * @param verificationMethod the DID URL that proofs name
 * @param publicKeyMultibase the public key as Multikey, {@code z6Mk…}
 * @param createdAt since when it signs
 * @param retiredAt since when it no longer signs; empty for the one that signs
 */
public record SigningKey(
    String verificationMethod,
    String publicKeyMultibase,
    Instant createdAt,
    Optional<Instant> retiredAt) {

  VerificationKey verificationKey() {
    String controller = verificationMethod.substring(0, verificationMethod.indexOf('#'));
    return new VerificationKey(verificationMethod, controller, publicKeyMultibase);
  }
}
