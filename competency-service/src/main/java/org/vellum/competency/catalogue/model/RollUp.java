package org.vellum.competency.catalogue.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What is covered by what stands below it: a competency is, if each of its children is. */
final class RollUp {
  private final Map<UUID, List<UUID>> children;
  private final Predicate<UUID> itself;
  private final Map<UUID, Boolean> known = new HashMap<>();

  /**
   * Rolls up one question.
   *
   * @param children of each competency those directly below it ({@code isChildOf}, CASE 1.1)
   * @param itself whether a competency is covered without its children
   */
  RollUp(Map<UUID, List<UUID>> children, Predicate<UUID> itself) {
    this.children = children;
    this.itself = itself;
  }

  /** Whether the children of a competency cover it. Without children nothing does. */
  boolean covers(UUID competency) {
    Boolean before = known.get(competency);
    if (before != null) {
      return before;
    }
    // In a circle, which no framework should have, nothing is covered.
    known.put(competency, false);
    List<UUID> below = children.getOrDefault(competency, List.of());
    boolean covered =
        !below.isEmpty() && below.stream().allMatch(child -> itself.test(child) || covers(child));
    known.put(competency, covered);
    return covered;
  }
}
