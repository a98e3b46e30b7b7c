package org.vellum.platform.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A system that may get access tokens. Registered once, with a secret that is shown once or with
 * keys of its own; disabled when it is no longer trusted, never deleted, since the audit log names
 * it.
 *
 * @param id the {@code client_id}
 * @param name what people call it
 * @param proof by what it proves who it is
 * @param scopes the scopes that it may ask for
 * @param createdAt when it was registered
 * @param lastTokenAt when it was last given a token, so that people see whether it still comes
 * @param disabledAt since when it gets no more tokens and its tokens are worthless
 */
public record OAuthClient(
    String id,
    String name,
    Proof proof,
    List<String> scopes,
    Instant createdAt,
    Optional<Instant> lastTokenAt,
    Optional<Instant> disabledAt) {

  public OAuthClient {
    scopes = List.copyOf(scopes);
  }

  /** By what a client proves who it is. */
  public sealed interface Proof {
    /**
     * A secret ({@code client_secret_basic} or {@code client_secret_post}, OpenID Connect Core,
     * section 9).
     *
     * @param hash what is kept of it
     * @param previous the one before it, while that is good
     */
    record Secret(String hash, Optional<Previous> previous) implements Proof {}

    /** Keys that it gave ({@code private_key_jwt}); a JWK Set. */
    record Keys(String jwks) implements Proof {}

    /** Keys that it publishes at this address ({@code private_key_jwt}). */
    record KeysAt(String uri) implements Proof {}
  }

  /** A secret that was replaced, and until when it is good still. */
  public record Previous(String hash, Instant until) {}

  /** The method's name in the registry of RFC 7591, section 2. */
  public String method() {
    return proof instanceof Proof.Secret ? "client_secret_basic" : "private_key_jwt";
  }
}
