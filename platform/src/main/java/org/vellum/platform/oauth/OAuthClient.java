package org.vellum.platform.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A system that may get access tokens. Registered once with a secret that is shown once; disabled
 * when it is no longer trusted, never deleted, since the audit log names it.
 *
 * @param id the {@code client_id}
 * @param name what people call it
 * @param secretHash what is kept of its secret
 * @param scopes the scopes that it may ask for
 * @param createdAt when it was registered
 * @param disabledAt since when it gets no more tokens and its tokens are worthless
 */
record OAuthClient(
    String id,
    String name,
    String secretHash,
    List<String> scopes,
    Instant createdAt,
    Optional<Instant> disabledAt) {

  OAuthClient {
    scopes = List.copyOf(scopes);
  }
}
