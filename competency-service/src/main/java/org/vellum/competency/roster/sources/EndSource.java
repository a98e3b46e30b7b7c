package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Ends a source: it is not read any more and its secret is forgotten; what was read stays. */
@UseCase
public class EndSource {
  private final Sources sources;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public EndSource(Sources sources, AuditLog audit, Clock clock) {
    this.sources = sources;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends it.
   *
   * @return whether there was one
   */
  public boolean end(UUID id, String actor) {
    boolean ended = sources.end(id, clock.instant());
    if (ended) {
      audit.record(AuditEntry.of(actor, "source-ended", id.toString(), Map.of()));
    }
    return ended;
  }
}
