package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.catalogue.CompletionRule;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.catalogue.RulesInForce;
import org.vellum.competency.mastery.model.EvaluatedLineItem;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.persistence.Together;
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

  /**
   * The rules in force that results on these line items may meet, by what they are about.
   *
   * @param together what goes to the database with the question
   * @return the answer, once it is there
   */
  Supplier<Map<EvaluatedLineItem, Map<Subject, List<Rule>>>> askCovering(
      Collection<EvaluatedLineItem> lineItems, Together together) {
    Supplier<RulesInForce> asked =
        catalogue.askRulesOn(
            together,
            lineItems.stream().map(EvaluatedLineItem::sourcedId).collect(Collectors.toSet()),
            lineItems.stream().map(EvaluatedLineItem::course).collect(Collectors.toSet()));
    return () -> covering(lineItems, asked.get());
  }

  private static Map<EvaluatedLineItem, Map<Subject, List<Rule>>> covering(
      Collection<EvaluatedLineItem> lineItems, RulesInForce rules) {
    Map<String, CompletionRule> completions =
        rules.completions().stream()
            .collect(Collectors.toMap(CompletionRule::courseSourcedId, Function.identity()));
    Map<String, List<EvidenceRule>> byLineItem = new HashMap<>();
    Map<String, List<EvidenceRule>> byCourse = new HashMap<>();
    for (EvidenceRule rule : rules.evidence()) {
      rule.lineItem().ifPresent(item -> add(byLineItem, item, rule));
      rule.course().ifPresent(course -> add(byCourse, course, rule));
    }
    Map<EvaluatedLineItem, Map<Subject, List<Rule>>> covering = new HashMap<>();
    for (EvaluatedLineItem item : lineItems) {
      List<EvidenceRule> evidence =
          Stream.concat(
                  byLineItem.getOrDefault(item.sourcedId(), List.of()).stream(),
                  byCourse.getOrDefault(item.course(), List.of()).stream())
              .sorted(Comparator.comparing(rule -> rule.competency().toString()))
              .toList();
      covering.put(
          item, covering(item, evidence, Optional.ofNullable(completions.get(item.course()))));
    }
    return covering;
  }

  private static void add(Map<String, List<EvidenceRule>> rules, String name, EvidenceRule rule) {
    rules.computeIfAbsent(name, any -> new ArrayList<>()).add(rule);
  }

  private static Map<Subject, List<Rule>> covering(
      EvaluatedLineItem lineItem,
      List<EvidenceRule> evidence,
      Optional<CompletionRule> completion) {
    Stream<Rule> evidencing =
        evidence.stream()
            .filter(rule -> rule.lineItem().isPresent() || fits(completion, lineItem))
            .map(rule -> evidenceRule(rule, completion));
    Stream<Rule> completing =
        completion.stream()
            .filter(rule -> fits(completion, lineItem))
            .map(Rulebook::completionRule);
    return Stream.concat(evidencing, completing)
        .collect(Collectors.groupingBy(Rule::subject, LinkedHashMap::new, Collectors.toList()));
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
