package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.RunInfo;
import org.vellum.platform.usecase.Repository;

/** All runs. */
@Repository
public class Runs {
  private final Jdbi jdbi;

  @Inject
  public Runs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A run, if there is one of this identifier. */
  public Optional<Run> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from financial_aid.run where id = :id")
            .bind("id", id)
            .map((row, context) -> row(row))
            .findOne());
  }

  /** The run of this identifier, which there is. */
  public Run get(UUID id) {
    return find(id).orElseThrow(() -> new IllegalStateException("there is no run " + id));
  }

  /** A run, locked until the transaction ends. */
  Optional<Run> lock(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from financial_aid.run where id = :id for update")
            .bind("id", id)
            .map((row, context) -> row(row))
            .findOne());
  }

  /**
   * Runs, the newest first.
   *
   * @param skipped how many newer ones are left out
   * @param limit at most so many
   */
  public List<Run> list(int skipped, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from financial_aid.run
                 order by requested_at desc, id limit :limit offset :skipped
                """)
            .bind("limit", limit)
            .bind("skipped", skipped)
            .map((row, context) -> row(row))
            .list());
  }

  /** Published before an instant, with their files still there. */
  List<Run> listExpired(Instant before) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from financial_aid.run
                 where state in ('COMPLETED', 'COMPLETED_WITH_ERRORS') and removed_at is null
                   and ended_at < :before
                """)
            .bind("before", before)
            .map((row, context) -> row(row))
            .list());
  }

  /** Those that are requested or running, the oldest first. */
  public List<Run> listUnderWay() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from financial_aid.run where state in ('REQUESTED', 'RUNNING')
                 order by requested_at, id
                """)
            .map((row, context) -> row(row))
            .list());
  }

  /** The run that keeps another of its profile from beginning. */
  public Optional<Run> findUnfinished(String institution, String profile) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from financial_aid.run
                 where institution = :institution and profile = :profile
                   and state in ('REQUESTED', 'RUNNING', 'HELD')
                """)
            .bind("institution", institution)
            .bind("profile", profile)
            .map((row, context) -> row(row))
            .findOne());
  }

  /** The run of a profile that was published last. */
  public Optional<Run> findPublished(String institution, String profile) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from financial_aid.run
                 where institution = :institution and profile = :profile
                   and state in ('COMPLETED', 'COMPLETED_WITH_ERRORS')
                 order by ended_at desc, horizon desc, position desc, id desc limit 1
                """)
            .bind("institution", institution)
            .bind("profile", profile)
            .map((row, context) -> row(row))
            .findOne());
  }

  /**
   * Adds a run that is asked for.
   *
   * @return false if another of its profile is not over
   */
  boolean add(UUID id, String institution, RunRequest request, Optional<Position> since, By by) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.run
                  (id, institution, profile, kind, state, requested_by, requested_at,
                   since_horizon, since_position)
                values (:id, :institution, :profile, :kind, 'REQUESTED', :by, :at,
                        :horizon, :position)
                on conflict (institution, profile)
                  where state in ('REQUESTED', 'RUNNING', 'HELD') do nothing
                """)
            .bind("id", id)
            .bind("institution", institution)
            .bind("profile", request.profile())
            .bind("kind", request.kind().name())
            .bind("by", by.actor())
            .bind("at", by.at())
            .bind("horizon", since.map(Position::horizon).orElse(null))
            .bind("position", since.map(Position::position).orElse(null))
            .execute())
        == 1;
  }

  /** Who does something, and when. */
  record By(String actor, Instant at) {}

  private static Run row(ResultSet row) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        row.getString("institution"),
        row.getString("profile"),
        RunInfo.Kind.valueOf(row.getString("kind")),
        RunStatus.valueOf(row.getString("state")),
        row.getString("step"),
        row.getString("requested_by"),
        instant(row, "requested_at").orElseThrow(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        position(row, "since_horizon", "since_position"),
        position(row, "horizon", "position"),
        instant(row, "as_of"),
        Optional.ofNullable(row.getObject("previous", UUID.class)),
        row.getLong("learners"),
        row.getLong("done"),
        new Run.Counts(
            row.getLong("selected"),
            row.getLong("exported"),
            row.getLong("rejected"),
            row.getLong("suppressed")),
        row.getString("failure"),
        row.getString("manifest_sha256"),
        row.getString("package"),
        decision(row),
        instant(row, "removed_at"));
  }

  private static Optional<Run.Decision> decision(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return decision.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Run.Decision(
                decision.equals("RELEASED"),
                row.getString("decided_by"),
                instant(row, "decided_at").orElseThrow(),
                row.getString("decision_reason")));
  }

  private static Optional<Position> position(ResultSet row, String horizon, String position)
      throws SQLException {
    long place = row.getLong(position);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Position(row.getLong(horizon), place));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
