package org.vellum.competency.lti.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The invitations to register, by the digests of their tokens. */
@Repository
public class Invitations {
  private final Jdbi jdbi;

  @Inject
  public Invitations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(String token, String actor, Instant now, Instant expiresAt) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_registration (token_hash, made_at, made_by, expires_at)
                values (:hash, :now, :actor, :expires)
                """)
            .bind("hash", hash(token))
            .bind("now", now)
            .bind("actor", actor)
            .bind("expires", expiresAt)
            .execute());
  }

  /** Takes an invitation that is good; who made it. */
  Optional<String> take(String token, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update competency.lti_registration set used_at = :now
                 where token_hash = :hash and used_at is null and expires_at > :now
                returning made_by
                """)
            .bind("hash", hash(token))
            .bind("now", now)
            .mapTo(String.class)
            .findOne());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
