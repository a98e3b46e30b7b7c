package org.vellum.search.index;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/**
 * Profiles of which an index outside of the database is behind. They are marked in the transaction
 * that changes them, so that no change is lost, and struck out when the index has them.
 */
@Repository
public class Feed {
  private final Jdbi jdbi;
  private final boolean read;

  @Inject
  public Feed(Jdbi jdbi, IndexConfiguration configuration) {
    this.jdbi = jdbi;
    this.read = configuration.outside();
  }

  /**
   * A profile as it is marked.
   *
   * @param profile by what employers know the learner
   * @param revision the least revision that the index must have
   */
  public record Marked(UUID profile, long revision) {}

  /**
   * How far the index is behind.
   *
   * @param profiles how many are marked
   * @param seconds since when the oldest is, in seconds; 0 where none is
   */
  public record Lag(long profiles, long seconds) {}

  /**
   * Gives profiles their next revision and marks them, before what the index says of them changes:
   * until the transaction ends nobody else changes it.
   */
  void change(Collection<UUID> learners) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                with changed as (
                  update search.profile set revision = revision + 1
                   where learner = any(:learners) returning id, revision)
                insert into search.feed (profile, revision, gone)
                select id, revision, false from changed where :read
                on conflict (profile) do update
                   set revision = excluded.revision, taken_until = excluded.taken_until
                """)
            .bindArray("learners", UUID.class, List.copyOf(learners))
            .bind("read", read)
            .execute());
  }

  /** Marks a profile that is about to be deleted. */
  public void withdraw(UUID learner) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.feed (profile, revision, gone)
                select id, revision + 1, true from search.profile
                 where learner = :learner and :read for update
                on conflict (profile) do update
                   set revision = excluded.revision, gone = true,
                       taken_until = excluded.taken_until
                """)
            .bind("learner", learner)
            .bind("read", read)
            .execute());
  }

  /** Those who withdrew and whom the index may still name. */
  public List<Marked> gone(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select profile, revision from search.feed where gone limit :limit")
            .bind("limit", limit)
            .map((row, context) ->
                new Marked(row.getObject("profile", UUID.class), row.getLong("revision")))
            .list());
  }

  /**
   * Takes what is marked, who withdrew first, so that for half a minute no other node takes it.
   * What is not struck out by then is taken again.
   */
  public List<Marked> take(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update search.feed f set taken_until = clock_timestamp() + interval '30 seconds'
                 where f.profile in (
                   select profile from search.feed
                    where taken_until < clock_timestamp()
                    order by gone desc, marked_at limit :limit
                      for update skip locked)
                returning profile, revision
                """)
            .bind("limit", limit)
            .map((row, context) ->
                new Marked(row.getObject("profile", UUID.class), row.getLong("revision")))
            .list());
  }

  /**
   * Lets what was taken be taken again, because the index did not take it: in a moment, or after as
   * long as it is marked already, but five minutes at most. Who withdrew does not wait.
   */
  public void giveBack(Collection<Marked> taken) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.feed
                   set taken_until = clock_timestamp() + case
                         when gone then interval '2 seconds'
                         else least(interval '5 minutes',
                                greatest(interval '2 seconds', clock_timestamp() - marked_at))
                       end
                 where profile = any(:profiles)
                """)
            .bindArray("profiles", UUID.class, taken.stream().map(Marked::profile).toList())
            .execute());
  }

  /** Strikes out what the index has, unless it was marked again meanwhile. */
  public void strike(Collection<Marked> done) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                delete from search.feed f
                 using unnest(:profiles, :revisions) as d (profile, revision)
                 where f.profile = d.profile and f.revision <= d.revision
                """)
            .bindArray("profiles", UUID.class, done.stream().map(Marked::profile).toList())
            .bindArray("revisions", Long.class, done.stream().map(Marked::revision).toList())
            .execute());
  }

  public Lag lag() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select count(*) as profiles,
                       coalesce(extract(epoch from clock_timestamp() - min(marked_at)), 0) as seconds
                  from search.feed
                """)
            .map(
                (row, context) -> new Lag(row.getLong("profiles"), (long) row.getDouble("seconds")))
            .one());
  }
}
