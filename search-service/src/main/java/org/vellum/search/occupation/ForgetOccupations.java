package org.vellum.search.occupation;

import jakarta.inject.Inject;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Forgets all that was loaded about occupations. */
@UseCase
public class ForgetOccupations {
  private final OccupationCatalogue catalogue;
  private final AuditLog audit;

  @Inject
  public ForgetOccupations(OccupationCatalogue catalogue, AuditLog audit) {
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * Forgets it.
   *
   * @param actor who asks for it
   */
  public void forget(String actor) {
    catalogue.clear();
    audit.record(AuditEntry.of(actor, "occupations-forgotten", LoadOccupations.SUBJECT));
  }
}
