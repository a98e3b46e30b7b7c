package org.vellum.competency.mastery.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How results make a learner the master of a competency. Which results count at all, and at which
 * threshold, is said by the rules of evidence; a policy says how many of them, which, and how they
 * are put together. A bar of its own takes the place of the rules' thresholds.
 */
public sealed interface Policy {
  /** What holds where nothing else is adopted: one result at its rule's threshold is enough. */
  static Policy byDefault() {
    return new AnyOne(Optional.empty());
  }

  /** One result that reaches the bar. */
  record AnyOne(Optional<Bar> bar) implements Policy {}

  /**
   * The best results reach the bar on average.
   *
   * @param count of how many; before there are so many, nothing is decided
   */
  record BestOf(int count, Bar bar) implements Policy {}

  /** The newest result, by the day of its score, reaches the bar. */
  record Latest(Optional<Bar> bar) implements Policy {}

  /**
   * Several of the newest results reach the bar, each of them.
   *
   * @param needed so many
   * @param of of so many, the newest
   */
  record OutOf(int needed, int of, Optional<Bar> bar) implements Policy {}

  /**
   * Each of these criteria was scored at the bar, be it by different results.
   *
   * @param criteria identifiers of the CFItems that the rubric's criteria name (CASE 1.1,
   *     CFRubricCriterion, CFItemURI), in their order
   */
  record AllCriteria(List<UUID> criteria, Bar bar) implements Policy {
    public AllCriteria {
      criteria = criteria.stream().distinct().sorted().toList();
    }
  }

  /**
   * The average of all results reaches the bar, each weighted by its rule's weight, 1 without one.
   *
   * @param atLeast before there are so many results, nothing is decided
   */
  record WeightedAverage(int atLeast, Bar bar) implements Policy {}

  /**
   * The average of all results reaches the bar, where each counts half as much for every full
   * half-life between its day and the day of the newest. One that is more than {@value #HALF_LIVES}
   * half-lives old would weigh less than a millionth, and counts for nothing.
   *
   * @param halfLife in days
   * @param atLeast before there are so many results, nothing is decided
   */
  record Decaying(int halfLife, int atLeast, Bar bar) implements Policy {
    /** How many full half-lives a result may be old. */
    public static final int HALF_LIVES = 20;
  }

  /**
   * The competency's children are mastered (CASE 1.1, isChildOf).
   *
   * @param needed so many of them; all, if absent
   */
  record RollUp(Optional<Integer> needed) implements Policy {}

  /** A competency that is an exact match is mastered (CASE 1.1, exactMatchOf, either way round). */
  record ExactMatch() implements Policy {}

  /**
   * Credit by prior learning: one result that reaches the bar, on a line item of the category that
   * the institution keeps for it.
   *
   * @param category its {@code sourcedId} (OneRoster 1.2, categories)
   */
  record PriorLearning(String category, Optional<Bar> bar) implements Policy {}

  /** One of these policies is enough. */
  record AnyOf(List<Policy> policies) implements Policy {
    public AnyOf {
      policies = List.copyOf(policies);
    }
  }

  /** Whether competencies below, and those of a framework, go by it too. */
  default boolean isInherited() {
    return switch (this) {
      case RollUp rollUp -> false;
      case AllCriteria criteria -> false;
      case AnyOf(List<Policy> policies) -> policies.stream().allMatch(Policy::isInherited);
      default -> true;
    };
  }

  /** Whether it looks at what else the learner mastered. */
  default boolean looksAtOthers() {
    return switch (this) {
      case RollUp rollUp -> true;
      case ExactMatch match -> true;
      case AnyOf(List<Policy> policies) -> policies.stream().anyMatch(Policy::looksAtOthers);
      default -> false;
    };
  }

  /** Whether one more result, whatever it says, never takes away that it is met. */
  default boolean onlyGrows() {
    return switch (this) {
      case Latest latest -> false;
      case OutOf outOf -> false;
      case WeightedAverage average -> false;
      case Decaying decaying -> false;
      case AnyOf(List<Policy> policies) -> policies.stream().allMatch(Policy::onlyGrows);
      default -> true;
    };
  }

  /** The bar that it puts up for single results; empty where each has that of its rule. */
  default Optional<Bar> asked() {
    return switch (this) {
      case AnyOne(Optional<Bar> bar) -> bar;
      case Latest(Optional<Bar> bar) -> bar;
      case OutOf(int needed, int of, Optional<Bar> bar) -> bar;
      case BestOf(int count, Bar bar) -> Optional.of(bar);
      case AllCriteria(List<UUID> criteria, Bar bar) -> Optional.of(bar);
      case WeightedAverage(int atLeast, Bar bar) -> Optional.of(bar);
      case Decaying(int halfLife, int atLeast, Bar bar) -> Optional.of(bar);
      case PriorLearning(String category, Optional<Bar> bar) -> bar;
      case AnyOf(List<Policy> policies) -> policies.getFirst().asked();
      case RollUp rollUp -> Optional.empty();
      case ExactMatch match -> Optional.empty();
    };
  }

  /** The criteria at whose single scores it looks. */
  default List<UUID> scoredCriteria() {
    return switch (this) {
      case AllCriteria(List<UUID> criteria, Bar bar) -> criteria;
      case AnyOf(List<Policy> policies) ->
          policies.stream().flatMap(policy -> policy.scoredCriteria().stream()).toList();
      default -> List.of();
    };
  }
}
