package org.vellum.competency.mastery.policy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.competency.mastery.model.Bar;
import org.vellum.competency.mastery.model.Policy;

/** A policy in one sentence for people: what a learner has to do. */
public final class PolicyWords {
  private PolicyWords() {}

  /** As in {@code Two of the last three results at Proficient or above.} */
  public static String of(Policy policy) {
    String words = words(policy);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String words(Policy policy) {
    return switch (policy) {
      case Policy.AnyOne(Optional<Bar> bar) -> "one result at " + bar(bar);
      case Policy.Latest(Optional<Bar> bar) -> "the latest result at " + bar(bar);
      case Policy.OutOf(int needed, int of, Optional<Bar> bar) ->
          "%d of the last %d results at %s".formatted(needed, of, bar(bar));
      case Policy.BestOf(int count, Bar bar) ->
          count == 1
              ? "the best result at " + bar(Optional.of(bar))
              : "the best %d results on average at %s".formatted(count, bar(Optional.of(bar)));
      case Policy.WeightedAverage(int atLeast, Bar bar) ->
          "the weighted average of all results, at least %d, at %s"
              .formatted(atLeast, bar(Optional.of(bar)));
      case Policy.Decaying(int halfLife, int atLeast, Bar bar) ->
          "the average of all results, at least %d, at %s, where a result counts half after %d days"
              .formatted(atLeast, bar(Optional.of(bar)), halfLife);
      case Policy.AllCriteria(List<UUID> criteria, Bar bar) ->
          "all of %d criteria at %s".formatted(criteria.size(), bar(Optional.of(bar)));
      case Policy.RollUp(Optional<Integer> needed) ->
          needed.map(some -> some.toString()).orElse("all") + " of its parts mastered";
      case Policy.ExactMatch match -> "an exact match of it mastered";
      case Policy.PriorLearning(String category, Optional<Bar> bar) ->
          "credit for prior learning by one result in the category %s at %s"
              .formatted(category, bar(bar));
      case Policy.AnyOf(List<Policy> policies) ->
          policies.stream().map(PolicyWords::words).collect(Collectors.joining("; or "));
    };
  }

  private static String bar(Optional<Bar> bar) {
    return bar.map(PolicyWords::bar).orElse("the threshold of its rule, or above");
  }

  private static String bar(Bar bar) {
    String percent = bar.share().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    return bar.level().map(level -> level + " (" + percent + ")").orElse(percent) + " or above";
  }
}
