package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Ends a rule of evidence. What was attained by it stays attained. */
@UseCase
public class EndEvidenceRule {
  private final CatalogueHistory history;
  private final AuditLog audit;

  @Inject
  EndEvidenceRule(CatalogueHistory history, AuditLog audit) {
    this.history = history;
    this.audit = audit;
  }

  /** Ends it; false if no such rule is in force. */
  public boolean end(UUID rule, String actor) {
    history.lock();
    boolean ended = history.endEvidence(rule);
    if (ended) {
      audit.record(AuditEntry.of(actor, "evidence-rule-ended", rule.toString()));
    }
    return ended;
  }
}
