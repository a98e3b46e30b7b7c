package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact as it bears on one competency or course.
 *
 * @param fact the fact
 * @param rule the rule by which it counts; of several, the one that it meets and that is closest
 * @param evidence what it says under the rule; empty if it scores nothing but single criteria
 */
record Ground(Fact fact, Rule rule, Optional<Evidence> evidence) {
  private static final String ITEM = "item ";
  private static final String COURSE = "course ";
  static final Comparator<Ground> BY_SOURCES_TIME =
      Comparator.comparing(Ground::day)
          .thenComparing(ground -> ground.fact().modifiedAt())
          .thenComparing(ground -> ground.fact().source())
          .thenComparing(ground -> ground.fact().sourcedId());
  private static final Comparator<Ground> CLOSEST =
      Comparator.comparing((Ground ground) -> !ground.reaches(Optional.empty()))
          .thenComparing(ground -> ground.rule().lineItem().isEmpty())
          .thenComparing(ground -> ground.rule().threshold())
          // Rules that differ in nothing that matters so far must not be told apart by chance.
          .thenComparing(Ground::weight)
          .thenComparing(ground -> ground.rule().toString());

  /**
   * What bears on the subject of the rules, in the order of the source's time.
   *
   * @param criteria criteria whose single scores count too
   */
  static List<Ground> of(
      Collection<Fact> facts, Collection<Rule> rules, Collection<UUID> criteria) {
    Map<String, List<Rule>> byPlace = rules.stream().collect(Collectors.groupingBy(Ground::place));
    return facts.stream()
        .filter(Fact::counts)
        .flatMap(fact ->
            Stream.of(ITEM + fact.lineItem().sourcedId(), COURSE + fact.lineItem().course())
                .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                .flatMap(rule -> of(fact, rule, criteria))
                .min(CLOSEST)
                .stream())
        .sorted(BY_SOURCES_TIME)
        .toList();
  }

  /** What a rule names, so that a fact meets those rules only that may cover it. */
  private static String place(Rule rule) {
    return rule.lineItem().map(ITEM::concat).orElseGet(() -> COURSE + rule.course().orElse(""));
  }

  private static Stream<Ground> of(Fact fact, Rule rule, Collection<UUID> criteria) {
    if (!rule.covers(fact.lineItem()) || !rule.holdsOn(fact.scoreDate())) {
      return Stream.empty();
    }
    Optional<Evidence> evidence = fact.evidenceUnder(rule);
    return evidence.isPresent() || criteria.stream().anyMatch(fact.objectives()::containsKey)
        ? Stream.of(new Ground(fact, rule, evidence))
        : Stream.empty();
  }

  LocalDate day() {
    return fact.scoreDate();
  }

  BigDecimal weight() {
    return rule.weight().orElse(BigDecimal.ONE);
  }

  /** Whether it goes as far as the bar; as its rule's threshold, if there is none. */
  boolean reaches(Optional<Bar> bar) {
    BigDecimal needed = bar.map(Bar::share).orElse(rule.threshold());
    return evidence.filter(some -> some.scale().reaches(some.score(), needed)).isPresent();
  }

  Share share() {
    return evidence
        .map(some -> some.scale().share(some.score()))
        .orElseThrow(() -> new IllegalStateException("asked only of what has a score"));
  }

  /** What it says of a single criterion, if it scores it. */
  Optional<Ground> on(UUID criterion) {
    return Optional.ofNullable(fact.objectives().get(criterion))
        .map(score -> {
          Rule about = rule.about(Subject.competency(criterion));
          return new Ground(fact, about, fact.evidenceUnder(about));
        });
  }

  Basis basis() {
    return new Basis(
        fact.id(),
        fact.source(),
        fact.sourcedId(),
        fact.lineItem().title(),
        fact.lineItem().courseTitle(),
        evidence.orElseThrow(() -> new IllegalStateException("asked only of what has a score")),
        Optional.of(rule),
        Optional.empty());
  }
}
