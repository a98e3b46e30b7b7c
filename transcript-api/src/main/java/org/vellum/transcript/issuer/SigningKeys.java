package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** The issuer's keys, of which at most one signs. */
@Repository
public class SigningKeys {
  private static final String PUBLIC =
      "verification_method, public_key, created_at, retired_at,"
          + " compromised_since, compromise_reason, compromise_marked_at";

  private final Jdbi jdbi;
  private final Clock clock;
  private final Ids ids;
  private final TranscriptConfiguration configuration;

  @Inject
  public SigningKeys(Jdbi jdbi, Clock clock, Ids ids, TranscriptConfiguration configuration) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.ids = ids;
    this.configuration = configuration;
  }

  /** All keys that ever signed for a DID, the newest first. */
  public List<SigningKey> list(String did) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select %s from transcript.signing_key
                 where split_part(verification_method, '#', 1) = :did
                 order by created_at desc, id desc
                """
                    .formatted(PUBLIC))
            .bind("did", did)
            .map(SigningKeys::row)
            .list());
  }

  /** A key, which does not change before the transaction ends. */
  Optional<SigningKey> lock(String verificationMethod) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select %s from transcript.signing_key
                 where verification_method = :method for update
                """
                    .formatted(PUBLIC))
            .bind("method", verificationMethod)
            .map(SigningKeys::row)
            .findOne());
  }

  /** The verification method of the key that signs for a DID. */
  Optional<String> findSigning(String did) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select verification_method from transcript.signing_key
                 where retired_at is null and split_part(verification_method, '#', 1) = :did
                """)
            .bind("did", did)
            .mapTo(String.class)
            .findOne());
  }

  /** Opens the private part of a key; this takes a good part of a second. */
  IssuerKey get(String verificationMethod) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select public_key, encrypted_private_key from transcript.signing_key
                 where verification_method = :method
                """)
            .bind("method", verificationMethod)
            .map((row, context) -> open(verificationMethod, row))
            .one());
  }

  /**
   * Keeps a new key, unless there is one that signs for its DID. Where another node is about to
   * keep one this waits for it: the unique index lets only one in.
   *
   * @return whether it was kept
   */
  boolean add(IssuerKey key) {
    byte[] encrypted = key.encryptedPkcs8(configuration.keySecret().toCharArray());
    int added =
        jdbi.withHandle(handle ->
            handle
                .createUpdate(
                    """
                    insert into transcript.signing_key
                      (id, verification_method, public_key, encrypted_private_key, created_at)
                    values (:id, :method, :publicKey, :privateKey, :now)
                    on conflict do nothing
                    """)
                .bind("id", ids.next())
                .bind("method", key.verificationMethod())
                .bind("publicKey", key.publicKeyMultibase())
                .bind("privateKey", encrypted)
                .bind("now", clock.instant())
                .execute());
    return added == 1;
  }

  /** Ends the signing of a key. */
  void retire(String verificationMethod) {
    Instant now = clock.instant();
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update transcript.signing_key set retired_at = :now
                 where verification_method = :method and retired_at is null
                """)
            .bind("method", verificationMethod)
            .bind("now", now)
            .execute());
  }

  /** Keeps that a key, which is retired, was in foreign hands. */
  void compromise(String verificationMethod, Compromise compromise) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update transcript.signing_key
                   set compromised_since = :since, compromise_reason = :reason,
                       compromise_marked_at = :markedAt
                 where verification_method = :method
                """)
            .bind("method", verificationMethod)
            .bind("since", compromise.since())
            .bind("reason", compromise.reason())
            .bind("markedAt", compromise.markedAt())
            .execute());
  }

  private IssuerKey open(String verificationMethod, ResultSet row) throws SQLException {
    return IssuerKey.decrypt(
        verificationMethod,
        row.getBytes("encrypted_private_key"),
        row.getString("public_key"),
        configuration.keySecret().toCharArray());
  }

  private static SigningKey row(ResultSet row, StatementContext context) throws SQLException {
    return new SigningKey(
        row.getString("verification_method"),
        row.getString("public_key"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "retired_at"),
        compromise(row));
  }

  private static Optional<Compromise> compromise(ResultSet row) throws SQLException {
    Optional<Instant> since = instant(row, "compromised_since");
    if (since.isEmpty()) {
      return Optional.empty();
    }
    Instant markedAt = instant(row, "compromise_marked_at").orElseThrow();
    return Optional.of(new Compromise(since.get(), row.getString("compromise_reason"), markedAt));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
