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
    return jdbi.withHandle(
        handle ->
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

  private static Revocation row(ResultSet row, StatementContext context) throws SQLException {
    return new Revocation(
        row.getObject("credential", UUID.class),
        row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
        row.getString("reason"));
  }
}
