package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Audits that roster and results are about to be given out. */
@UseCase
public class AuditExport {
  private final AuditLog audit;

  @Inject
  public AuditExport(AuditLog audit) {
    this.audit = audit;
  }

  /** Audits it. */
  public void record(String actor, Optional<Instant> since) {
    audit.record(
        AuditEntry.of(
            actor,
            "roster-exported",
            "roster",
            Map.of("since", since.map(Instant::toString).orElse("beginning"))));
  }
}
