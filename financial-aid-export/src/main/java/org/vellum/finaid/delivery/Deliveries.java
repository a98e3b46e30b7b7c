package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** Who was given which package, and who said that it arrived. */
@Repository
public class Deliveries {
  private final Jdbi jdbi;

  @Inject
  public Deliveries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Says that a package arrived.
   *
   * @return false if that was said before
   */
  boolean acknowledge(UUID run, String actor, String note, Instant at) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.acknowledgement (run, client, at, note)
                values (:run, :actor, :at, :note) on conflict do nothing
                """)
            .bind("run", run)
            .bind("actor", actor)
            .bind("at", at)
            .bind("note", note)
            .execute())
        == 1;
  }

  /**
   * What became of a package at a place.
   *
   * @param target the server or client
   * @param state {@code WAITING}, {@code DELIVERED}, {@code REFUSED}, {@code FAILED} or {@code
   *     ACKNOWLEDGED}
   * @param at since when
   * @param told a problem or a note
   */
  public record Standing(String target, String state, Instant at, String told) {}

  /** What became of a run's package at each place. */
  public List<Standing> list(UUID run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select target, state, coalesce(done_at, next_at) as at, problem as told
                  from financial_aid.delivery where run = :run
                union all
                select client, 'ACKNOWLEDGED', at, note
                  from financial_aid.acknowledgement where run = :run
                order by at
                """)
            .bind("run", run)
            .map((row, context) ->
                new Standing(
                    row.getString("target"),
                    row.getString("state"),
                    row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                    row.getString("told")))
            .list());
  }

  /** Runs published since an instant that wait to be sent to a place, the oldest first. */
  List<UUID> waiting(String target, Instant since, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.id from financial_aid.run r
                  left join financial_aid.delivery d on d.run = r.id and d.target = :target
                 where r.state in ('COMPLETED', 'COMPLETED_WITH_ERRORS') and r.removed_at is null
                   and r.ended_at >= :since
                   and (d.run is null or (d.state = 'FAILED' and d.next_at <= :now))
                 order by r.ended_at, r.id
                """)
            .bind("target", target)
            .bind("since", since)
            .bind("now", now)
            .mapTo(UUID.class)
            .list());
  }

  /** How often it was tried to send a run there. */
  int attempts(UUID run, String target) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select coalesce(max(attempts), 0) from financial_aid.delivery"
                    + " where run = :run and target = :target")
            .bind("run", run)
            .bind("target", target)
            .mapTo(Integer.class)
            .one());
  }

  /**
   * How a sending came out.
   *
   * @param at when it came out, or when it is to be tried again
   */
  void sent(UUID run, String target, String state, Instant at, String problem) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.delivery
                  (run, target, state, attempts, next_at, done_at, problem)
                values (:run, :target, :state, 1, :at,
                        case when :state = 'FAILED' then null else cast(:at as timestamptz) end,
                        :problem)
                on conflict (run, target) do update
                  set state = excluded.state, attempts = delivery.attempts + 1,
                      next_at = excluded.next_at, done_at = excluded.done_at,
                      problem = excluded.problem
                """)
            .bind("run", run)
            .bind("target", target)
            .bind("state", state)
            .bind("at", at)
            .bind("problem", problem)
            .execute());
  }
}
