package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.vellum.platform.oauth.OAuthClient.Proof;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** The registered clients. */
@Repository
public class OAuthClients {
  private static final RowMapper<OAuthClient> CLIENT =
      (row, context) ->
          new OAuthClient(
              row.getString("id"),
              row.getString("name"),
              proof(row),
              List.of((String[]) row.getArray("scopes").getArray()),
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              instant(row, "last_token_at"),
              instant(row, "disabled_at"));

  private final Jdbi jdbi;

  @Inject
  public OAuthClients(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The client with this identifier, also one that is disabled. */
  public Optional<OAuthClient> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from platform.oauth_client where id = :id")
            .bind("id", id)
            .map(CLIENT)
            .findOne());
  }

  List<OAuthClient> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from platform.oauth_client order by created_at, id")
            .map(CLIENT)
            .list());
  }

  void add(OAuthClient client) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into platform.oauth_client
                  (id, name, secret_hash, keys, keys_uri, scopes, created_at)
                values (:id, :name, :secret, :keys, :keysUri, :scopes, :created)
                """)
            .bind("id", client.id())
            .bind("name", client.name())
            .bind("secret", client.proof() instanceof Proof.Secret secret ? secret.hash() : null)
            .bind("keys", client.proof() instanceof Proof.Keys keys ? new Jsonb(keys.jwks()) : null)
            .bind("keysUri", client.proof() instanceof Proof.KeysAt at ? at.uri() : null)
            .bindArray("scopes", String.class, client.scopes())
            .bind("created", client.createdAt())
            .execute());
  }

  /** When each client was last given a token, by its identifier. */
  public Map<String, Optional<Instant>> lastTokens() {
    return list().stream().collect(Collectors.toMap(OAuthClient::id, OAuthClient::lastTokenAt));
  }

  /** Keeps that a client was given a token. */
  void noteToken(String id, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("update platform.oauth_client set last_token_at = :now where id = :id")
            .bind("id", id)
            .bind("now", now)
            .execute());
  }

  /**
   * Disables a client.
   *
   * @return false if there is none with this identifier, or it is disabled already
   */
  boolean disable(String id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update platform.oauth_client set disabled_at = :now
                    where id = :id and disabled_at is null
                    """)
                .bind("id", id)
                .bind("now", now)
                .execute()
            == 1);
  }

  /**
   * Gives a client that proves itself by a secret a new one; the old one is good until an instant.
   *
   * @return false if there is no such client, or it is disabled
   */
  boolean changeSecret(String id, String hash, Instant oldGoodUntil) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update platform.oauth_client
                       set previous_secret_hash = secret_hash, previous_secret_until = :until,
                           secret_hash = :hash
                     where id = :id and disabled_at is null and secret_hash is not null
                    """)
                .bind("id", id)
                .bind("hash", hash)
                .bind("until", oldGoodUntil)
                .execute()
            == 1);
  }

  /**
   * Gives a client that proves itself by keys other ones.
   *
   * @return false if there is no such client, or it is disabled
   */
  boolean changeKeys(String id, Proof proof) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update platform.oauth_client set keys = :keys, keys_uri = :keysUri
                     where id = :id and disabled_at is null and secret_hash is null
                    """)
                .bind("id", id)
                .bind("keys", proof instanceof Proof.Keys keys ? new Jsonb(keys.jwks()) : null)
                .bind("keysUri", proof instanceof Proof.KeysAt at ? at.uri() : null)
                .execute()
            == 1);
  }

  /**
   * Keeps that an assertion was used, and forgets those that nobody could use any more.
   *
   * @return false if it was used before
   */
  boolean use(String id, byte[] jtiHash, Instant until, Instant now) {
    return jdbi.withHandle(handle -> {
      handle
          .createUpdate(
              """
              delete from platform.used_assertion where (client_id, jti_hash) in (
                select client_id, jti_hash from platform.used_assertion where expires_at < :now
                limit 100 for update skip locked)
              """)
          .bind("now", now)
          .execute();
      return handle
              .createUpdate(
                  """
                  insert into platform.used_assertion (client_id, jti_hash, expires_at)
                  values (:id, :jti, :until) on conflict do nothing
                  """)
              .bind("id", id)
              .bind("jti", jtiHash)
              .bind("until", until)
              .execute()
          == 1;
    });
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Proof proof(ResultSet row) throws SQLException {
    String hash = row.getString("secret_hash");
    if (hash != null) {
      return new Proof.Secret(hash, previous(row));
    }
    String keys = row.getString("keys");
    return keys == null ? new Proof.KeysAt(row.getString("keys_uri")) : new Proof.Keys(keys);
  }

  private static Optional<OAuthClient.Previous> previous(ResultSet row) throws SQLException {
    String hash = row.getString("previous_secret_hash");
    return hash == null
        ? Optional.empty()
        : Optional.of(
            new OAuthClient.Previous(
                hash, row.getObject("previous_secret_until", OffsetDateTime.class).toInstant()));
  }
}
