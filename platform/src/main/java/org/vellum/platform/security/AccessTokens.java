package org.vellum.platform.security;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The access tokens that are good now. Only their SHA-256 is kept, so the table opens no door. */
@Repository
public class AccessTokens {
  private final Jdbi jdbi;
  private final Clock clock;

  @Inject
  public AccessTokens(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The token with this value, unless it is unknown or has expired, or its client is disabled. */
  public Optional<AccessToken> find(String value) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select t.client_id, t.scopes, t.expires_at
                from platform.access_token t
                join platform.oauth_client c on c.id = t.client_id and c.disabled_at is null
                where t.token_hash = :hash and t.expires_at > :now
                """)
            .bind("hash", SecretHash.sha256(value))
            .bind("now", clock.instant())
            .map((row, context) ->
                new AccessToken(
                    row.getString(1),
                    Set.of((String[]) row.getArray(2).getArray()),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
            .findOne());
  }

  /** Keeps a new token and forgets the expired ones. */
  public void add(String value, AccessToken token) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from platform.access_token where expires_at <= :now")
          .bind("now", clock.instant())
          .execute();
      handle
          .createUpdate(
              """
              insert into platform.access_token (token_hash, client_id, scopes, expires_at)
              values (:hash, :client, :scopes, :expires)
              """)
          .bind("hash", SecretHash.sha256(value))
          .bind("client", token.clientId())
          .bindArray("scopes", String.class, token.scopes())
          .bind("expires", token.expiresAt())
          .execute();
    });
  }

  /**
   * Ends a token at the wish of the client that has it (RFC 7009).
   *
   * @return false if it is unknown, has ended, or is another client's
   */
  public boolean revoke(String value, String clientId) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    delete from platform.access_token
                     where token_hash = :hash and client_id = :client
                    """)
                .bind("hash", SecretHash.sha256(value))
                .bind("client", clientId)
                .execute()
            == 1);
  }
}
