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

  /** Who made an invitation that is good; nobody else uses it until the transaction ends. */
  Optional<String> hold(String token, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select made_by from competency.lti_registration
                 where token_hash = :hash and used_at is null and expires_at > :now for update
                """)
            .bind("hash", SecretHash.sha256(token))
            .bind("now", now)
            .mapTo(String.class)
            .findOne());
  }

  /** Uses up an invitation. */
  void use(String token, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update competency.lti_registration set used_at = :now where token_hash = :hash")
            .bind("hash", SecretHash.sha256(token))
            .bind("now", now)
            .execute());
  }
}
