package org.vellum.competency.mastery.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A learner's facts by line item and course, for whoever asks about many competencies at once. */
public final class FactIndex {
  private final Map<String, List<Fact>> byLineItem = new HashMap<>();
  private final Map<String, List<Fact>> byCourse = new HashMap<>();

  private FactIndex() {}

  public static FactIndex of(Collection<Fact> facts) {
    FactIndex index = new FactIndex();
    for (Fact fact : facts) {
      EvaluatedLineItem item = fact.lineItem();
      index.byLineItem.computeIfAbsent(item.sourcedId(), any -> new ArrayList<>()).add(fact);
      index.byCourse.computeIfAbsent(item.course(), any -> new ArrayList<>()).add(fact);
    }
    return index;
  }

  /** The facts that any of these rules may cover. */
  public Set<Fact> under(Collection<Rule> rules) {
    Set<Fact> covered = new LinkedHashSet<>();
    for (Rule rule : rules) {
      covered.addAll(
          rule.lineItem()
              .map(item -> byLineItem.getOrDefault(item, List.of()))
              .or(() -> rule.course().map(course -> byCourse.getOrDefault(course, List.of())))
              .orElse(List.of()));
    }
    return covered;
  }
}
