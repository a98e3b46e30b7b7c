package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Prerequisites;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/** Lets a course come after another, or a competency after another, if that makes no circle. */
@UseCase
public class AddPrerequisite {
  private final References references;
  private final Prerequisites prerequisites;
  private final CatalogueHistory history;
  private final AuditLog audit;

  @Inject
  public AddPrerequisite(
      References references,
      Prerequisites prerequisites,
      CatalogueHistory history,
      AuditLog audit) {
    this.references = references;
    this.prerequisites = prerequisites;
    this.history = history;
    this.audit = audit;
  }

  /** How it ends. */
  public sealed interface Result {
    /** The prerequisite is in the catalogue. */
    record Added(Prerequisite prerequisite) implements Result {}

    /** The prerequisite was in the catalogue before. */
    record Known(Prerequisite prerequisite) implements Result {}

    /** The prerequisite was refused for these faults. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /**
   * Adds a prerequisite.
   *
   * @param json the prerequisite as it would stand in a catalogue
   * @param actor who does it
   */
  public Result add(JsonNode json, String actor) {
    Findings findings = new Findings();
    Prerequisite prerequisite = RelationReader.prerequisite(new Member(json, "", findings));
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    history.lock();
    references.check(prerequisite, prerequisites.inForce().values(), findings);
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    if (history.begin(prerequisite).begun() == 0) {
      return new Result.Known(prerequisite);
    }
    audit.record(
        AuditEntry.of(
            actor,
            "prerequisite-begun",
            prerequisite
                .course()
                .orElseGet(() -> prerequisite.competency().orElseThrow().toString()),
            Map.of("requires", prerequisite.requires())));
    return new Result.Added(prerequisite);
  }
}
