package org.vellum.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential was revoked for good: a whole record, or one achievement.
 *
 * @param credential last part of the credential's id
 * @param revokedAt when it was revoked
 */
public record CredentialRevoked(UUID credential, Instant revokedAt) implements CredentialEvent {

  @Override
  public String subject() {
    return "credential:" + credential;
  }
}
