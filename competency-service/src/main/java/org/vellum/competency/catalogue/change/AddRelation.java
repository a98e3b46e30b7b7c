package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Relates a program, a course or a line item to a competency. What is assessed at a threshold is a
 * rule of evidence from then on, by results of before too: that is announced.
 */
@UseCase
public class AddRelation {
  private final References references;
  private final CatalogueInForce inForce;
  private final CatalogueHistory history;
  private final AuditLog audit;
  private final EventLog events;

  @Inject
  public AddRelation(
      References references,
      CatalogueInForce inForce,
      CatalogueHistory history,
      AuditLog audit,
      EventLog events) {
    this.references = references;
    this.inForce = inForce;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /** How it ends. */
  public sealed interface Result {
    /** The relation is in the catalogue. */
    record Added(Relation relation) implements Result {}

    /** The relation was in the catalogue before. */
    record Known(Relation relation) implements Result {}

    /** The relation was refused for these faults. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /**
   * Adds a relation. What was said of the same three on the same days ends.
   *
   * @param json the relation as it would stand in a catalogue
   * @param actor who does it
   */
  public Result add(JsonNode json, String actor) {
    Findings findings = new Findings();
    return begin(RelationReader.relation(new Member(json, "", findings)), findings, actor);
  }

  /** Adds a relation that was read, unless there are findings. */
  Result begin(Relation relation, Findings findings, String actor) {
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    history.lock();
    references.check(relation, codes(relation), findings);
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    if (history.begin(relation).begun() == 0) {
      return new Result.Known(relation);
    }
    audit.record(entry(relation, actor));
    relation
        .asEvidence()
        .ifPresent(rule -> events.announce(RulesBegun.of(rule), RulesBegun.SUBJECT));
    return new Result.Added(relation);
  }

  private Set<String> codes(Relation relation) {
    return relation.program().flatMap(inForce::findProgram).stream()
        .map(version -> version.getValue().code())
        .collect(Collectors.toSet());
  }

  private static AuditEntry entry(Relation relation, String actor) {
    Map<String, String> details = new HashMap<>();
    details.put("by", relation.by());
    relation.threshold().ifPresent(share -> details.put("threshold", share.toPlainString()));
    boolean evidence = relation.asEvidence().isPresent();
    if (!evidence) {
      details.put("role", relation.role().word());
    }
    return AuditEntry.of(
        actor,
        evidence ? "evidence-rule-begun" : "relation-begun",
        relation.competency().toString(),
        details);
  }
}
