package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Releases or discards a run that is held because too many records were rejected. */
@UseCase
public class DecideRun {
  private static final int LONGEST_REASON = 500;

  private final Runs runs;
  private final RunProgress progress;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public DecideRun(Runs runs, RunProgress progress, AuditLog audit, Clock clock) {
    this.runs = runs;
    this.progress = progress;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It goes on to be published, or is over. */
    record Decided() implements Result {}

    /** There is no such run. */
    record UnknownRun() implements Result {}

    /** Nobody waits for a decision. */
    record NotHeld(RunStatus state) implements Result {}

    /** The reason is missing, or longer than 500 characters. */
    record BadReason() implements Result {}
  }

  /**
   * Decides.
   *
   * @param release whether to publish it as it is; otherwise it is discarded
   * @param reason why, 1 to 500 characters
   */
  public Result decide(String actor, UUID id, boolean release, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return new Result.BadReason();
    }
    Optional<Run> run = runs.lock(id);
    if (run.isEmpty()) {
      return new Result.UnknownRun();
    }
    if (run.get().state() != RunStatus.HELD) {
      return new Result.NotHeld(run.get().state());
    }
    progress.decide(id, new Run.Decision(release, actor, clock.instant(), why));
    // Not the reason: somebody may be named in it.
    audit.record(
        AuditEntry.of(
            actor,
            release ? "aid-run-released" : "aid-run-discarded",
            id.toString(),
            Map.of("rejected", String.valueOf(run.get().counts().rejected()))));
    return new Result.Decided();
  }
}
