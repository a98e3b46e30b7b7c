package org.vellum.transcript.status;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.platform.usecase.Repository;

/** The revocations of credentials that this issuer signed. */
@Repository
public class Revocations {
  private final Jdbi jdbi;

  @Inject
  public Revocations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The revocation of a credential; empty if it stands or is not ours.
   *
   * @param credential the last part of the credential's id
   */
  public Optional<Revocation> find(UUID credential) {
    return Optional.ofNullable(among(List.of(credential)).get(credential));
  }

  /** The reason for which a credential was revoked; empty if it stands or is not ours. */
  public Optional<String> findReason(UUID credential) {
    return find(credential).map(Revocation::reason);
  }

  /** The revocations among these credentials, by credential. */
  public Map<UUID, Revocation> among(Collection<UUID> credentials) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select credential, revoked_at, reason from transcript.status_entry
                 where credential = any(:credentials) and revoked_at is not null
                """)
            .bindArray("credentials", UUID.class, List.copyOf(credentials))
            .map(Revocations::row)
            .collect(Collectors.toMap(Revocation::credential, Function.identity())));
  }

  /** Whether this issuer signed a credential with this identifier. */
  public boolean knows(UUID credential) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select exists (select 1 from transcript.status_entry where credential = :id)")
            .bind("id", credential)
            .mapTo(Boolean.class)
            .one());
  }

  /**
   * Locks the list in which a credential has its place, so that its status does not change before
   * the transaction ends. Who locks several takes them in the order of {@link #inLockingOrder}.
   *
   * @return whether there is such a credential
   */
  boolean lock(UUID credential) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select true from transcript.status_list
                 where id = (select list from transcript.status_entry where credential = :id)
                   for update
                """)
            .bind("id", credential)
            .mapTo(Boolean.class)
            .findOne()
            .isPresent());
  }

  /**
   * The same credentials, those of older lists first, so that two who lock never wait for each
   * other.
   */
  public List<UUID> inLockingOrder(Collection<UUID> credentials) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select e.credential from transcript.status_entry e
                  join transcript.status_list l on l.id = e.list
                 where e.credential = any(:credentials)
                 order by l.created_at, l.id, e.index
                """)
            .bindArray("credentials", UUID.class, List.copyOf(credentials))
            .mapTo(UUID.class)
            .list());
  }

  /** Keeps a revocation; the list must be signed anew. */
  void add(Revocation revocation, String actor) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              update transcript.status_entry
                 set revoked_at = :at, revoked_by = :actor, reason = :reason
               where credential = :id and revoked_at is null
              """)
          .bind("at", revocation.revokedAt())
          .bind("actor", actor)
          .bind("reason", revocation.reason())
          .bind("id", revocation.credential())
          .execute();
      handle
          .createUpdate(
              """
              update transcript.status_list set document = null, signed_until = null
               where id = (select list from transcript.status_entry where credential = :id)
              """)
          .bind("id", revocation.credential())
          .execute();
    });
  }

  private static Revocation row(ResultSet row, StatementContext context) throws SQLException {
    return new Revocation(
        row.getObject("credential", UUID.class),
        row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
        row.getString("reason"));
  }
}
