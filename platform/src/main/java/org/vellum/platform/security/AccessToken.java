package org.vellum.platform.security;

import java.time.Instant;
import java.util.Set;

/**
 * An access token that was given to a client (RFC 6749, section 1.4).
 *
 * @param clientId the client to which it was given
 * @param scopes what the client may do with it
 * @param expiresAt from when on it is worthless
 */
public record AccessToken(String clientId, Set<String> scopes, Instant expiresAt) {

  public AccessToken {
    scopes = Set.copyOf(scopes);
  }
}
