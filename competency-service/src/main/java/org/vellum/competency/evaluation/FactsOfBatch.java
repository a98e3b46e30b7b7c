package org.vellum.competency.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Rule;

/**
 * The facts in force of the learners of a batch. Whoever asks for those of one learner is likely to
 * ask for those of the others under the same rules, so they are read for all at once. All results
 * of the batch are stored before anybody asks.
 */
final class FactsOfBatch {
  private final EvaluationResults results;
  private final List<UUID> learners;
  private final Map<Named, Map<UUID, List<Fact>>> read = new HashMap<>();

  FactsOfBatch(EvaluationResults results, List<UUID> learners) {
    this.results = results;
    this.learners = learners;
  }

  /** What rules name, by which facts are found. */
  private record Named(Set<String> lineItems, Set<String> courses) {}

  /** Those of a learner that any of these rules may cover. */
  List<Fact> under(UUID learner, Collection<Rule> rules) {
    Named named =
        new Named(
            rules.stream().flatMap(rule -> rule.lineItem().stream()).collect(Collectors.toSet()),
            rules.stream()
                .filter(rule -> rule.lineItem().isEmpty())
                .flatMap(rule -> rule.course().stream())
                .collect(Collectors.toSet()));
    return read.computeIfAbsent(named, any -> results.inForce(learners, rules))
        .getOrDefault(learner, List.of());
  }
}
