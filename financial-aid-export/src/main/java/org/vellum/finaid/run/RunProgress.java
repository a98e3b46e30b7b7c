package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.vellum.finaid.delta.Position;
import org.vellum.platform.usecase.Repository;

/** What happens to a run on its way, written down. */
@Repository
public class RunProgress {
  private static final Duration CLAIM = Duration.ofMinutes(1);

  private final Jdbi jdbi;

  @Inject
  public RunProgress(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * It begins, or goes on after it was interrupted, on the node that asks: of several that ask at
   * once one alone may. If that node falls before it says which execution does it, another may
   * after a minute.
   *
   * @param seen the execution that did it last, as far as the node knows
   * @return false if it is over, or another node was faster
   */
  public boolean begin(UUID run, Optional<Long> seen, Instant at) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update financial_aid.run
                   set state = 'RUNNING', started_at = coalesce(started_at, :at),
                       attempts = attempts + 1, claimed_at = :at
                 where id = :run and state in ('REQUESTED', 'RUNNING')
                   and job_execution is not distinct from cast(:seen as bigint)
                   and (claimed_at is null or claimed_at < :expired)
                """)
            .bind("run", run)
            .bind("seen", seen.orElse(null))
            .bind("at", at)
            .bind("expired", at.minus(CLAIM))
            .execute())
        == 1;
  }

  /** How often it was begun. */
  public int attempts(UUID run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select attempts from financial_aid.run where id = :run")
            .bind("run", run)
            .mapTo(Integer.class)
            .one());
  }

  /** The container's execution that does it. */
  public void doneBy(UUID run, long jobExecution) {
    execute(
        "update financial_aid.run set job_execution = :execution, claimed_at = null"
            + " where id = :run",
        run,
        update -> update.bind("execution", jobExecution));
  }

  /** The container's execution that did it last. */
  public Optional<Long> execution(UUID run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select job_execution from financial_aid.run"
                    + " where id = :run and job_execution is not null")
            .bind("run", run)
            .mapTo(Long.class)
            .findOne());
  }

  /** Which step it is at. */
  public void at(UUID run, String step) {
    execute(
        "update financial_aid.run set step = :step where id = :run",
        run,
        update -> update.bind("step", step));
  }

  /** How many learners are written. */
  public void done(UUID run, long learners) {
    execute(
        "update financial_aid.run set done = greatest(done, least(:done, learners)) where id ="
            + " :run",
        run,
        update -> update.bind("done", learners));
  }

  /**
   * Its snapshot is taken.
   *
   * @param asOf the moment of the snapshot
   * @param watermark how far in the event log it reaches
   * @param learners how many learners are in it
   * @param previous the run before it
   */
  public void snapshot(
      UUID run, Instant asOf, Position watermark, long learners, Optional<UUID> previous) {
    execute(
        """
        update financial_aid.run
           set as_of = :asOf, horizon = :horizon, position = :position, learners = :learners,
               done = 0, previous = cast(:previous as uuid)
         where id = :run
        """,
        run,
        update ->
            update
                .bind("asOf", asOf)
                .bind("horizon", watermark.horizon())
                .bind("position", watermark.position())
                .bind("learners", learners)
                .bind("previous", previous.orElse(null)));
  }

  /** Its records are counted. */
  public void counted(UUID run, Run.Counts counts) {
    execute(
        """
        update financial_aid.run
           set selected = :selected, exported = :exported, rejected = :rejected,
               suppressed = :suppressed
         where id = :run
        """,
        run,
        update ->
            update
                .bind("selected", counts.selected())
                .bind("exported", counts.exported())
                .bind("rejected", counts.rejected())
                .bind("suppressed", counts.suppressed()));
  }

  /** Its manifest is signed. */
  public void signed(UUID run, String manifestSha256) {
    execute(
        "update financial_aid.run set manifest_sha256 = :hash where id = :run",
        run,
        update -> update.bind("hash", manifestSha256));
  }

  /** Somebody wants it stopped. */
  void askToStop(UUID run, String actor) {
    execute(
        "update financial_aid.run set stop_asked_by = :actor where id = :run",
        run,
        update -> update.bind("actor", actor));
  }

  /** Who wants it stopped. */
  public Optional<String> stopAskedBy(UUID run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select stop_asked_by from financial_aid.run"
                    + " where id = :run and stop_asked_by is not null")
            .bind("run", run)
            .mapTo(String.class)
            .findOne());
  }

  /** It waits for a person. */
  void hold(UUID run) {
    execute(
        "update financial_aid.run set state = 'HELD', step = '' where id = :run", run, same -> {});
  }

  /** A person decided. A released run goes on; another one is over. */
  void decide(UUID run, Run.Decision decision) {
    execute(
        """
        update financial_aid.run
           set state = case when :released then 'RUNNING' else 'CANCELLED' end,
               ended_at = case when :released then null else :at end,
               decision = case when :released then 'RELEASED' else 'DISCARDED' end,
               decided_by = :by, decided_at = :at, decision_reason = :reason
         where id = :run
        """,
        run,
        update ->
            update
                .bind("released", decision.released())
                .bind("by", decision.by())
                .bind("at", decision.at())
                .bind("reason", decision.reason()));
  }

  /** It is over. */
  void end(UUID run, RunStatus state, String failure, String packageName, Instant at) {
    execute(
        """
        update financial_aid.run
           set state = :state, step = '', failure = :failure, package = :package, ended_at = :at
         where id = :run
        """,
        run,
        update ->
            update
                .bind("state", state.name())
                .bind("failure", failure)
                .bind("package", packageName)
                .bind("at", at));
  }

  /** Its files are no longer there. */
  void removed(UUID run, Instant at) {
    execute(
        "update financial_aid.run set removed_at = :at where id = :run",
        run,
        update -> update.bind("at", at));
  }

  private void execute(String sql, UUID run, java.util.function.Consumer<Update> values) {
    jdbi.useHandle(handle -> {
      Update update = handle.createUpdate(sql).bind("run", run);
      values.accept(update);
      update.execute();
    });
  }
}
