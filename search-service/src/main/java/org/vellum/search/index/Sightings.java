package org.vellum.search.index;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** Which employers saw which profiles. */
@Repository
public class Sightings {
  private final Jdbi jdbi;

  @Inject
  public Sightings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** That a search showed these learners; to be sent by the caller, with what else waits. */
  Together found(Collection<UUID> learners, String employer, UUID search, Instant now) {
    return seen(learners, employer, search, SeenIn.How.FOUND, now);
  }

  /** That an employer saw these learners otherwise than in a search. */
  public void seen(Collection<UUID> learners, String employer, SeenIn.How how, Instant now) {
    // All that one employer saw in this way counts together: it belongs to no search.
    seen(learners, employer, new UUID(0, 0), how, now).send();
  }

  private Together seen(
      Collection<UUID> learners, String employer, UUID search, SeenIn.How how, Instant now) {
    Together waiting = new Together(jdbi);
    waiting.change(
        """
        insert into search.sighting (learner, employer, search, kind, seen_at)
        select learner, :employer, :search, :kind, :now
          from unnest(:learners) as learner order by learner
        on conflict (learner, employer, search, kind)
          do update set times = sighting.times + 1, seen_at = excluded.seen_at
        """,
        query ->
            query
                .bindArray("learners", UUID.class, List.copyOf(learners))
                .bind("employer", employer)
                .bind("search", search)
                .bind("kind", how.name())
                .bind("now", now));
    return waiting;
  }

  /** In which searches a learner was seen, the latest first; never what they asked. */
  public List<SeenIn> listSearchesOf(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select employer, kind, times, seen_at from search.sighting
                 where learner = :learner
                 order by seen_at desc, employer, search, kind limit 200
                """)
            .bind("learner", learner)
            .map((row, context) ->
                new SeenIn(
                    row.getString("employer"),
                    SeenIn.How.valueOf(row.getString("kind")),
                    row.getInt("times"),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant()))
            .list());
  }

  /** Who saw a learner's profile, whoever saw it last first. Only for the learner. */
  public List<Sighting> listOf(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select employer, count(*) filter (where kind = 'FOUND') as searches,
                       coalesce(sum(times) filter (where kind = 'OPENED'), 0) as opened,
                       coalesce(sum(times) filter (where kind = 'LISTED'), 0) as listed,
                       coalesce(sum(times) filter (where kind = 'EXPORTED'), 0) as exported,
                       max(seen_at) as last
                  from search.sighting where learner = :learner
                 group by employer order by last desc, employer limit 200
                """)
            .bind("learner", learner)
            .map((row, context) ->
                new Sighting(
                    row.getString("employer"),
                    row.getInt("searches"),
                    row.getInt("opened"),
                    row.getInt("listed"),
                    row.getInt("exported"),
                    row.getObject("last", OffsetDateTime.class).toInstant()))
            .list());
  }
}
