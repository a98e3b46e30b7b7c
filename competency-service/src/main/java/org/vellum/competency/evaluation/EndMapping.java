package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Ends what a source was said to mean by an identifier. What was stored by it stays. */
@UseCase
public class EndMapping {
  private final Mappings mappings;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public EndMapping(Mappings mappings, AuditLog audit, Clock clock) {
    this.mappings = mappings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends a mapping.
   *
   * @return whether it was in force
   */
  public boolean end(UUID mapping, String actor) {
    boolean ended = mappings.end(mapping, clock.instant());
    if (ended) {
      audit.record(AuditEntry.of(actor, "identifier-mapping-ended", mapping.toString()));
    }
    return ended;
  }
}
