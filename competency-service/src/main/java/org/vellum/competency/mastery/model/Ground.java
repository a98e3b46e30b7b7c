package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact as it bears on one competency or course.
 *
 * @param fact the fact
 * @param rule the rule by which it counts; of several, the one that it meets and that is closest
 * @param evidence what it says under the rule; empty if it scores nothing but single criteria
 */
record Ground(Fact fact, Rule rule, Optional<Evidence> evidence) {
  private static final Comparator<Ground> WITHIN_A_DAY =
      Comparator.comparing((Ground ground) -> ground.fact().modifiedAt())
          .thenComparing(ground -> ground.fact().source())
          .thenComparing(ground -> ground.fact().sourcedId());

  static final Comparator<Ground> BY_SOURCES_TIME =
      (one, other) -> {
        int days = one.day().compareTo(other.day());
        return days == 0 ? WITHIN_A_DAY.compare(one, other) : days;
      };

  /** Of several rules for a fact, the one that it meets and that names it most closely is first. */
  static final Comparator<Ground> CLOSEST =
      Comparator.comparing((Ground ground) -> !ground.reaches(Optional.empty()))
          .thenComparing(ground -> ground.rule().lineItem().isEmpty())
          .thenComparing(ground -> ground.rule().threshold())
          // Rules that differ in nothing that matters so far must not be told apart by chance.
          .thenComparing(Ground::weight)
          .thenComparing(ground -> ground.rule().toString());

  LocalDate day() {
    return fact.scoreDate();
  }

  BigDecimal weight() {
    return rule.weight().orElse(BigDecimal.ONE);
  }

  /** Whether it goes as far as the bar; as its rule's threshold, if there is none. */
  boolean reaches(Optional<Bar> bar) {
    BigDecimal needed = bar.map(Bar::share).orElse(rule.threshold());
    return evidence.isPresent() && evidence.get().scale().reaches(evidence.get().score(), needed);
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
