package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Says how a run came out. */
@UseCase
public class EndRun {
  private static final String SYSTEM = "system";

  private final Runs runs;
  private final RunProgress progress;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public EndRun(Runs runs, RunProgress progress, AuditLog audit, Clock clock) {
    this.runs = runs;
    this.progress = progress;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it came out. */
  public sealed interface Outcome {
    /**
     * Its package is in its place.
     *
     * @param state with errors or without
     * @param name of the package's folder
     */
    record Published(RunStatus state, String name) implements Outcome {}

    /** A person must look. */
    record Held() implements Outcome {}

    /** Nothing is published, by this condition. */
    record Failed(String condition) implements Outcome {}

    /** Somebody stopped it. */
    record Cancelled() implements Outcome {}
  }

  /** Writes it down; a run that is over stays as it is. */
  public void end(UUID id, Outcome outcome) {
    Run run = runs.lock(id).orElseThrow();
    if (run.state().isOver()) {
      return;
    }
    switch (outcome) {
      case Outcome.Published(RunStatus state, String name) -> {
        progress.end(id, state, "", name, clock.instant());
        audited(run, "aid-run-published");
      }
      case Outcome.Held held -> {
        progress.hold(id);
        audited(run, "aid-run-held");
      }
      case Outcome.Failed(String condition) -> {
        progress.end(id, RunStatus.FAILED, condition, "", clock.instant());
        audited(run, "aid-run-failed");
      }
      case Outcome.Cancelled cancelled ->
          progress.end(id, RunStatus.CANCELLED, "", "", clock.instant());
    }
  }

  private void audited(Run run, String action) {
    audit.record(
        AuditEntry.of(
            SYSTEM,
            action,
            run.id().toString(),
            Map.of(
                "exported", String.valueOf(run.counts().exported()),
                "rejected", String.valueOf(run.counts().rejected()),
                "manifest", run.manifestSha256())));
  }
}
