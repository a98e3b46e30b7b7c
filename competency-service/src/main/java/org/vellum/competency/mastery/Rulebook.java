package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.catalogue.CompletionRule;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.mastery.model.EvaluatedLineItem;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.usecase.Component;

/**
 * The catalogue's rules as decisions need them. A course evidences a competency by what completes
 * it: where the catalogue says which category does, only line items of that category count, and
 * elsewhere every line item of the course.
 */
@Component
public class Rulebook {
  private final Catalogue catalogue;

  @Inject
  public Rulebook(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The rules in force that a result on this line item may meet. */
  List<Rule> covering(EvaluatedLineItem lineItem) {
    Optional<CompletionRule> completion = catalogue.completionOf(lineItem.course());
    Stream<Rule> evidence =
        catalogue.evidenceOf(lineItem.sourcedId(), lineItem.course()).stream()
            .filter(rule -> rule.lineItem().isPresent() || fits(completion, lineItem))
            .map(rule -> evidenceRule(rule, completion));
    Stream<Rule> completing =
        completion.stream()
            .filter(rule -> fits(completion, lineItem))
            .map(Rulebook::completionRule);
    return Stream.concat(evidence, completing).toList();
  }

  /** What results on these line items, or in these courses, may master by rules in force. */
  public Set<Subject> masteredBy(Set<String> lineItems, Set<String> courses) {
    Stream<Subject> competencies =
        catalogue.evidencedBy(lineItems, courses).stream().map(Subject::competency);
    return Stream.concat(competencies, courses.stream().map(Subject::course))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The rules in force by which the subject is mastered. */
  public List<Rule> of(Subject subject) {
    return subject
        .asCompetency()
        .map(competency -> of(Set.of(competency)).getOrDefault(competency, List.of()))
        .orElseGet(() -> completion(subject.id()).map(Rulebook::completionRule).stream().toList());
  }

  /** The rules in force by which these competencies are mastered. */
  public Map<UUID, List<Rule>> of(Collection<UUID> competencies) {
    Map<String, Optional<CompletionRule>> completions = new HashMap<>();
    return catalogue.evidenceFor(competencies).stream()
        .collect(
            Collectors.groupingBy(
                EvidenceRule::competency,
                Collectors.mapping(
                    rule ->
                        evidenceRule(
                            rule,
                            rule.course()
                                .flatMap(course ->
                                    completions.computeIfAbsent(course, catalogue::completionOf))),
                    Collectors.toList())));
  }

  Optional<CompletionRule> completion(String course) {
    return catalogue.completionOf(course);
  }

  private static boolean fits(Optional<CompletionRule> completion, EvaluatedLineItem lineItem) {
    return completion
        .map(rule -> lineItem.category().equals(Optional.of(rule.categorySourcedId())))
        .orElse(true);
  }

  private static Rule evidenceRule(EvidenceRule rule, Optional<CompletionRule> completion) {
    return new Rule(
        Subject.competency(rule.competency()),
        rule.lineItem(),
        rule.course(),
        rule.course().flatMap(course -> completion.map(CompletionRule::categorySourcedId)),
        rule.threshold(),
        rule.from(),
        rule.to(),
        rule.weight());
  }

  private static Rule completionRule(CompletionRule rule) {
    return new Rule(
        Subject.course(rule.courseSourcedId()),
        Optional.empty(),
        Optional.of(rule.courseSourcedId()),
        Optional.of(rule.categorySourcedId()),
        rule.threshold(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
