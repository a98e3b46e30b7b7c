package org.vellum.platform.oauth;

import java.time.Instant;

/** By what somebody who calls says to be a client. */
public sealed interface ClientProof {

  /** The {@code client_id}. */
  String clientId();

  /** With its secret. */
  record Secret(String clientId, String secret) implements ClientProof {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "Secret[" + clientId + "]";
    }
  }

  /**
   * With an assertion whose signature and times are verified, but which may have been used before
   * (RFC 7523, section 3).
   *
   * @param jti the assertion's identifier
   * @param expiresAt until when it could be used
   */
  record Assertion(String clientId, String jti, Instant expiresAt) implements ClientProof {}
}
