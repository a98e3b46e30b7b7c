package org.vellum.competency.catalogue.change;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Takes a prerequisite out of the catalogue; its past is kept. */
@UseCase
public class EndPrerequisite {
  private final CatalogueHistory history;
  private final AuditLog audit;

  @Inject
  public EndPrerequisite(CatalogueHistory history, AuditLog audit) {
    this.history = history;
    this.audit = audit;
  }

  /** Ends it; false if no such prerequisite is in the catalogue. */
  public boolean end(UUID id, String actor) {
    history.lock();
    boolean ended = history.endPrerequisite(id);
    if (ended) {
      audit.record(AuditEntry.of(actor, "prerequisite-ended", id.toString()));
    }
    return ended;
  }
}
