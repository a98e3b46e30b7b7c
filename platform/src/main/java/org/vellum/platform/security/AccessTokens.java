package org.vellum.platform.security;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/**
 * The access tokens that are good now. Only their SHA-256 is kept, so the table opens no door.
 *
 * <p>A token that was good is taken to be good for {@link #REMEMBERED} without another look, since
 * a system sends its requests one close behind the other. What ends a token or a client on this
 * node is seen here at once; what another node ended, that much later at most.
 */
@Repository
public class AccessTokens {
  /** So long a token that ended on another node may still be taken for good. */
  static final Duration REMEMBERED = Duration.ofSeconds(2);

  /** Far longer than a transaction that ends a token lasts. */
  private static final Duration DOUBTED = Duration.ofMinutes(5);

  private static final int MOST = 10_000;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final Map<String, Instant> doubted = new ConcurrentHashMap<>();

  @Inject
  public AccessTokens(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** A token that was good when it was looked up. */
  private record Seen(AccessToken token, Instant until) {}

  /** The token with this value, unless it is unknown or has expired, or its client is disabled. */
  public Optional<AccessToken> find(String value) {
    Instant now = clock.instant();
    byte[] hash = SecretHash.sha256(value);
    String key = Base64.getEncoder().encodeToString(hash);
    Seen known = seen.get(key);
    if (known != null && now.isBefore(known.until()) && !isDoubted(known.token(), now)) {
      return Optional.of(known.token());
    }
    Optional<AccessToken> found = lookUp(hash, now);
    if (seen.size() >= MOST) {
      seen.clear();
    }
    found.ifPresentOrElse(
        token -> seen.put(key, new Seen(token, earlier(token.expiresAt(), now.plus(REMEMBERED)))),
        () -> seen.remove(key));
    return found;
  }

  private boolean isDoubted(AccessToken token, Instant now) {
    Instant until = doubted.get(token.clientId());
    return until != null && now.isBefore(until);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * Has each token of a client looked up from now on, since it may be ended in a transaction that
   * is not over yet.
   */
  public void doubt(String clientId) {
    Instant now = clock.instant();
    doubted.values().removeIf(until -> !now.isBefore(until));
    doubted.put(clientId, now.plus(DOUBTED));
  }

  private Optional<AccessToken> lookUp(byte[] hash, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select t.client_id, t.scopes, t.expires_at
                from platform.access_token t
                join platform.oauth_client c on c.id = t.client_id and c.disabled_at is null
                where t.token_hash = :hash and t.expires_at > :now
                """)
            .bind("hash", hash)
            .bind("now", now)
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
    doubt(clientId);
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
