package org.vellum.competency.catalogue;

import java.util.List;

/**
 * The rules in force that a result on certain line items may meet.
 *
 * @param evidence what evidences competencies, by the competency; rules for line items before those
 *     for courses
 * @param completions what completes the courses of the line items
 */
public record RulesInForce(List<EvidenceRule> evidence, List<CompletionRule> completions) {
  public RulesInForce {
    evidence = List.copyOf(evidence);
    completions = List.copyOf(completions);
  }
}
