package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Stops a run that somebody does not want any more. */
@UseCase
public class StopRun {
  private final Runs runs;
  private final RunProgress progress;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public StopRun(Runs runs, RunProgress progress, AuditLog audit, Clock clock) {
    this.runs = runs;
    this.progress = progress;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It is over, or will be at the end of what it is doing now. */
    record Stopping() implements Result {}

    /** There is no such run. */
    record UnknownRun() implements Result {}

    /** It is held, or over already. */
    record NotRunning(RunStatus state) implements Result {}
  }

  /** Stops a run. */
  public Result stop(String actor, UUID id) {
    Optional<Run> found = runs.lock(id);
    if (found.isEmpty()) {
      return new Result.UnknownRun();
    }
    Run run = found.get();
    if (run.state() != RunStatus.REQUESTED && run.state() != RunStatus.RUNNING) {
      return new Result.NotRunning(run.state());
    }
    progress.askToStop(id, actor);
    if (run.state() == RunStatus.REQUESTED) {
      progress.end(id, RunStatus.CANCELLED, "", "", clock.instant());
    }
    audit.record(AuditEntry.of(actor, "aid-run-stopped", id.toString()));
    return new Result.Stopping();
  }
}
