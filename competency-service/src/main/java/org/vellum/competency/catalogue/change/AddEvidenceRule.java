package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.catalogue.Relation;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Lets a line item or a course evidence a competency from now on: a relation that assesses at a
 * threshold, by another form.
 */
@UseCase
public class AddEvidenceRule {
  private final AddRelation addRelation;

  @Inject
  public AddEvidenceRule(AddRelation addRelation) {
    this.addRelation = addRelation;
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
   * Adds a rule. One of the same pair ends, on the days of the new one.
   *
   * @param json the rule as it would stand in a catalogue
   * @param actor who does it
   */
  public Result add(JsonNode json, String actor) {
    Findings findings = new Findings();
    EvidenceRule rule = RelationReader.rule(new Member(json, "", findings));
    return switch (addRelation.begin(Relation.of(rule), findings, actor)) {
      case AddRelation.Result.Added added -> new Result.Added(rule);
      case AddRelation.Result.Known known -> new Result.Known(rule);
      case AddRelation.Result.Refused(List<Finding> faults) -> new Result.Refused(faults);
    };
  }
}
