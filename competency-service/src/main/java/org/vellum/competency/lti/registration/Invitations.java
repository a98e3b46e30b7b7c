package org.vellum.competency.lti.registration;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.security.SecretHash;
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
            .bind("hash", SecretHash.sha256(token))
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
            .bind("hash", SecretHash.sha256(token))
            .bind("now", now)
            .mapTo(String.class)
            .findOne());
  }
}
