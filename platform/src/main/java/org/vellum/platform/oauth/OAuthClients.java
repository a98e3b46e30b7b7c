package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.vellum.platform.usecase.Repository;

/** The registered clients. */
@Repository
class OAuthClients {
  private static final RowMapper<OAuthClient> CLIENT =
      (row, context) ->
          new OAuthClient(
              row.getString("id"),
              row.getString("name"),
              row.getString("secret_hash"),
              List.of((String[]) row.getArray("scopes").getArray()),
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              Optional.ofNullable(row.getObject("disabled_at", OffsetDateTime.class))
                  .map(OffsetDateTime::toInstant));

  private final Jdbi jdbi;

  @Inject
  OAuthClients(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<OAuthClient> find(String id) {
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
                insert into platform.oauth_client (id, name, secret_hash, scopes, created_at)
                values (:id, :name, :secret, :scopes, :created)
                """)
            .bind("id", client.id())
            .bind("name", client.name())
            .bind("secret", client.secretHash())
            .bindArray("scopes", String.class, client.scopes())
            .bind("created", client.createdAt())
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
}
