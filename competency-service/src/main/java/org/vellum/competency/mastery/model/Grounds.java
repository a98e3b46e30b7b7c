package org.vellum.competency.mastery.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what bears on one subject. Rules are found by what they name, so that a fact meets those
 * only that may cover it: a learner may have thousands.
 */
final class Grounds {
  private final Map<String, List<Rule>> byLineItem = new HashMap<>();
  private final Map<String, List<Rule>> byCourse = new HashMap<>();
  private final Collection<UUID> criteria;

  private Grounds(Collection<Rule> rules, Collection<UUID> criteria) {
    this.criteria = criteria;
    for (Rule rule : rules) {
      Map<String, List<Rule>> named = rule.lineItem().isPresent() ? byLineItem : byCourse;
      String name = rule.lineItem().or(rule::course).orElse("");
      named.computeIfAbsent(name, any -> new ArrayList<>()).add(rule);
    }
  }

  /**
   * What bears on the subject of the rules, in the order of the source's time.
   *
   * @param criteria criteria whose single scores count too
   */
  static List<Ground> of(
      Collection<Fact> facts, Collection<Rule> rules, Collection<UUID> criteria) {
    Grounds grounds = new Grounds(rules, criteria);
    List<Ground> found = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.counts()) {
        Ground ground = grounds.closest(fact);
        if (ground != null) {
          found.add(ground);
        }
      }
    }
    found.sort(Ground.BY_SOURCES_TIME);
    return found;
  }

  private @Nullable Ground closest(Fact fact) {
    Ground closest = null;
    for (Rule rule : byLineItem.getOrDefault(fact.lineItem().sourcedId(), List.of())) {
      closest = closer(closest, find(fact, rule));
    }
    for (Rule rule : byCourse.getOrDefault(fact.lineItem().course(), List.of())) {
      closest = closer(closest, find(fact, rule));
    }
    return closest;
  }

  private static @Nullable Ground closer(@Nullable Ground one, @Nullable Ground other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Ground.CLOSEST.compare(other, one) < 0 ? other : one;
  }

  private @Nullable Ground find(Fact fact, Rule rule) {
    if (!rule.covers(fact.lineItem()) || !rule.holdsOn(fact.scoreDate())) {
      return null;
    }
    Optional<Evidence> evidence = fact.evidenceUnder(rule);
    return evidence.isPresent() || criteria.stream().anyMatch(fact.objectives()::containsKey)
        ? new Ground(fact, rule, evidence)
        : null;
  }
}
