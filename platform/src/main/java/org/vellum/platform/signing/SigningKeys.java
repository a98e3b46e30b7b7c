package org.vellum.platform.signing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The keys with which tokens are signed, as they are kept: the private halves encrypted. */
@Repository
public class SigningKeys {
  private final Jdbi jdbi;

  @Inject
  public SigningKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A key.
   *
   * @param kid its identifier: its thumbprint (RFC 7638)
   * @param publicKey the public half, a JWK
   * @param encrypted both halves, as an encrypted JWK
   * @param createdAt when it was made
   * @param signsFrom from when on it signs
   * @param withdrawnAt from when on it is published no more; empty while that is open
   */
  record Kept(
      String kid,
      String publicKey,
      String encrypted,
      Instant createdAt,
      Instant signsFrom,
      Optional<Instant> withdrawnAt) {}

  /** Those that are published at an instant, the last to sign first. */
  List<Kept> published(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from platform.signing_key
                 where withdrawn_at is null or withdrawn_at > :now
                 order by signs_from desc, kid
                """)
            .bind("now", now)
            .map((row, context) -> kept(row))
            .list());
  }

  /** Waits until nobody else changes the keys, and keeps others waiting. */
  void takeTurn() {
    jdbi.useHandle(handle ->
        handle
            .createQuery("select pg_advisory_xact_lock(hashtextextended('signing-key', 3))::text")
            .mapTo(String.class)
            .one());
  }

  void add(Kept key) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into platform.signing_key
                  (kid, public_key, encrypted, created_at, signs_from)
                values (:kid, :publicKey, :encrypted, :createdAt, :signsFrom)
                """)
            .bind("kid", key.kid())
            .bind("publicKey", key.publicKey())
            .bind("encrypted", key.encrypted())
            .bind("createdAt", key.createdAt())
            .bind("signsFrom", key.signsFrom())
            .execute());
  }

  /** Withdraws at an instant all that are not withdrawn yet. */
  void withdraw(Instant at) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update platform.signing_key set withdrawn_at = :at where withdrawn_at is null")
            .bind("at", at)
            .execute());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("kid"),
        row.getString("public_key"),
        row.getString("encrypted"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("signs_from", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
