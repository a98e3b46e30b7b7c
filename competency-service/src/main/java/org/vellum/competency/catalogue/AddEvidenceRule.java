package org.vellum.competency.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Lets a line item or a course evidence a competency from now on, by results of before too: that is
 * announced.
 */
@UseCase
public class AddEvidenceRule {
  private final References references;
  private final CatalogueHistory history;
  private final AuditLog audit;
  private final EventLog events;

  @Inject
  AddEvidenceRule(
      References references, CatalogueHistory history, AuditLog audit, EventLog events) {
    this.references = references;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /** How it ends. */
  public sealed interface Result {
    /** The rule is in force. */
    record Added(EvidenceRule rule) implements Result {}

    /** The rule was in force before. */
    record Known(EvidenceRule rule) implements Result {}

    /** The rule was refused for these faults. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /**
   * Adds a rule. One of the same pair at another threshold ends.
   *
   * @param json the rule as it would stand in a catalogue
   * @param actor who does it
   */
  public Result add(JsonNode json, String actor) {
    Findings findings = new Findings();
    EvidenceRule rule = new CatalogueReader(findings).rule(new Member(json, "", findings));
    if (findings.isEmpty()) {
      references.check(rule, findings);
    }
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    history.lock();
    if (history.begin(rule).begun() == 0) {
      return new Result.Known(rule);
    }
    audit.record(
        AuditEntry.of(
            actor,
            "evidence-rule-begun",
            rule.competency().toString(),
            Map.of(
                "by", rule.lineItem().or(rule::course).orElseThrow(),
                "threshold", rule.threshold().toPlainString())));
    events.announce(RulesBegun.of(rule), RulesBegun.SUBJECT);
    return new Result.Added(rule);
  }
}
