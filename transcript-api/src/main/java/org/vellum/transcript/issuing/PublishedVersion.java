package org.vellum.transcript.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a registrar sees of one version of a record in the list of its versions.
 *
 * @param id the record's identifier
 * @param version counts from 1
 * @param publishedAt when it was signed
 * @param publishedBy who published it
 * @param current whether no later version took its place
 * @param achievements how many achievements it holds
 * @param revokedAt when it was revoked, if it was
 * @param reason why it was revoked, if it was
 */
public record PublishedVersion(
    UUID id,
    int version,
    Instant publishedAt,
    String publishedBy,
    boolean current,
    int achievements,
    Optional<Instant> revokedAt,
    Optional<String> reason) {

  static PublishedVersion row(ResultSet row, StatementContext context) throws SQLException {
    return new PublishedVersion(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        row.getBoolean("current"),
        row.getInt("achievements"),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("reason")));
  }
}
