package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.usecase.Repository;

/** Logins that platforms began, by the digests of their state and nonce. */
@Repository
public class Logins {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final Jdbi jdbi;

  @Inject
  public Logins(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void begin(String state, String nonce, UUID platform, Instant now) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from competency.lti_login where begun_at < :old")
          .bind("old", now.minus(Duration.ofDays(1)))
          .execute();
      handle
          .createUpdate(
              """
              insert into competency.lti_login (state_hash, nonce_hash, platform, begun_at)
              values (:state, :nonce, :platform, :now)
              """)
          .bind("state", SecretHash.sha256(state))
          .bind("nonce", SecretHash.sha256(nonce))
          .bind("platform", platform)
          .bind("now", now)
          .execute();
    });
  }

  /** The platform that began a login that can be answered still. */
  Optional<UUID> findPlatform(String state, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select platform from competency.lti_login
                 where state_hash = :state and used_at is null and begun_at > :oldest
                """)
            .bind("state", SecretHash.sha256(state))
            .bind("oldest", now.minus(GOOD_FOR))
            .mapTo(UUID.class)
            .findOne());
  }

  /** Takes a login, if it is the one with this nonce and was not taken before. */
  boolean take(String state, String nonce, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update competency.lti_login set used_at = :now
                     where state_hash = :state and nonce_hash = :nonce and used_at is null
                       and begun_at > :oldest
                    """)
                .bind("state", SecretHash.sha256(state))
                .bind("nonce", SecretHash.sha256(nonce))
                .bind("oldest", now.minus(GOOD_FOR))
                .bind("now", now)
                .execute()
            == 1);
  }
}
