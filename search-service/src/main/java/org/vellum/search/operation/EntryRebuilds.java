package org.vellum.search.operation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Repository;

/** How far the entries of the index in the database are built anew. */
@Repository
public class EntryRebuilds {
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Jdbi jdbi;

  @Inject
  public EntryRebuilds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The last one.
   *
   * @param askedAt when somebody asked for it
   * @param after which learner was done last
   * @param done how many learners are done
   * @param total how many there were when it was asked for
   * @param finishedAt when it ended
   */
  public record Progress(
      Instant askedAt, Optional<UUID> after, long done, long total, Optional<Instant> finishedAt) {
    /** Whether it goes on. */
    public boolean isUnderWay() {
      return finishedAt.isEmpty();
    }
  }

  /** What there is. */
  public record Counts(long profiles, long entries) {}

  /**
   * Asks for one.
   *
   * @return false if one is under way
   */
  boolean ask(Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    insert into search.entry_rebuild (asked_at, total)
                    select :now, count(*) from search.profile
                    on conflict (single) do update
                       set asked_at = excluded.asked_at, total = excluded.total, done = 0,
                           after = null, finished_at = null
                     where entry_rebuild.finished_at is not null
                    """)
                .bind("now", now)
                .execute()
            == 1);
  }

  /**
   * Takes the lease of one that is under way, and keeps others from it while its transaction lasts.
   */
  Optional<Progress> take(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update search.entry_rebuild set lease_until = :lease
                 where single in (select single from search.entry_rebuild
                                   where finished_at is null and lease_until <= :now
                                     for update skip locked)
                returning *
                """)
            .bind("now", now)
            .bind("lease", now.plus(LEASE))
            .map((row, context) ->
                new Progress(
                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("after", UUID.class)),
                    row.getLong("done"),
                    row.getLong("total"),
                    Optional.empty()))
            .findOne());
  }

  /** The next learners who let themselves be found, in the order of their identifiers. */
  List<UUID> learners(Optional<UUID> after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select learner from search.profile
                 where cast(:after as uuid) is null or learner > cast(:after as uuid)
                 order by learner limit :limit
                """)
            .bind("after", after.orElse(null))
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list());
  }

  /** Notes who was done, and gives the lease back. */
  void progress(UUID last, int done) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.entry_rebuild
                   set after = :last, done = done + :done, lease_until = '1970-01-01 00:00Z'
                """)
            .bind("last", last)
            .bind("done", done)
            .execute());
  }

  /** Ends it. */
  void end(Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.entry_rebuild
                   set finished_at = :now, lease_until = '1970-01-01 00:00Z'
                """)
            .bind("now", now)
            .execute());
  }

  /** The last one, if there was any. */
  public Optional<Progress> find() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from search.entry_rebuild")
            .map((row, context) ->
                new Progress(
                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("after", UUID.class)),
                    row.getLong("done"),
                    row.getLong("total"),
                    Optional.ofNullable(
                        instant(row.getObject("finished_at", OffsetDateTime.class)))))
            .findOne());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** How many profiles and entries there are. */
  public Counts count() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select (select count(*) from search.profile) as profiles,
                       (select count(*) from search.entry) as entries
                """)
            .map((row, context) -> new Counts(row.getLong("profiles"), row.getLong("entries")))
            .one());
  }
}
