package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.Runs;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** A system says that it has imported a package. */
@UseCase
public class AcknowledgeRun {
  private static final int LONGEST_NOTE = 500;

  private final Runs runs;
  private final Deliveries deliveries;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public AcknowledgeRun(Runs runs, Deliveries deliveries, AuditLog audit, Clock clock) {
    this.runs = runs;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It is written down; again changes nothing. */
    record Acknowledged() implements Result {}

    /** There is no such run. */
    record UnknownRun() implements Result {}

    /** It is not published. */
    record NotPublished() implements Result {}

    /** The note is longer than 500 characters. */
    record NoteTooLong() implements Result {}
  }

  /** Writes it down. */
  public Result acknowledge(String actor, UUID id, String note) {
    if (note.length() > LONGEST_NOTE) {
      return new Result.NoteTooLong();
    }
    Optional<Run> run = runs.find(id);
    if (run.isEmpty()) {
      return new Result.UnknownRun();
    }
    if (!run.get().state().isPublished()) {
      return new Result.NotPublished();
    }
    if (deliveries.acknowledge(id, actor, note, clock.instant())) {
      audit.record(AuditEntry.of(actor, "aid-run-acknowledged", id.toString()));
    }
    return new Result.Acknowledged();
  }
}
