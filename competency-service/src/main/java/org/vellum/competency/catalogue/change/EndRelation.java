package org.vellum.competency.catalogue.change;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.Relations;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Takes a relation out of the catalogue; its past is kept. What was attained by a rule of evidence
 * stays attained.
 */
@UseCase
public class EndRelation {
  private final Relations relations;
  private final CatalogueHistory history;
  private final AuditLog audit;

  @Inject
  public EndRelation(Relations relations, CatalogueHistory history, AuditLog audit) {
    this.relations = relations;
    this.history = history;
    this.audit = audit;
  }

  /** Ends it; false if no such relation is in the catalogue. */
  public boolean end(UUID id, String actor) {
    history.lock();
    Optional<Relation> relation = relations.find(id);
    relation.ifPresent(ending -> {
      history.endRelation(id);
      audit.record(
          AuditEntry.of(
              actor,
              ending.asEvidence().isPresent() ? "evidence-rule-ended" : "relation-ended",
              id.toString()));
    });
    return relation.isPresent();
  }
}
