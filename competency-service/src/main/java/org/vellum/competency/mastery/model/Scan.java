package org.vellum.competency.mastery.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A policy going through a learner's results in the order of the source's time. */
interface Scan {

  /** One more result. */
  void add(Ground ground);

  /** Whether the policy is met by what was added, on a day not before any of it. */
  Optional<Found> on(LocalDate day);

  /** Begins with no results. */
  static Scan of(Policy policy, List<Part> parts) {
    return switch (policy) {
      case Policy.AnyOne(Optional<Bar> bar) -> new Scans.First(bar, Optional.empty());
      case Policy.PriorLearning(String category, Optional<Bar> bar) ->
          new Scans.First(bar, Optional.of(category));
      case Policy.Latest(Optional<Bar> bar) -> new Scans.Newest(bar);
      case Policy.OutOf outOf -> new Scans.Window(outOf);
      case Policy.AllCriteria criteria -> new Scans.Criteria(criteria);
      case Policy.BestOf best -> new Averages.Best(best);
      case Policy.WeightedAverage average -> new Averages.Weighted(average);
      case Policy.Decaying decaying -> new Averages.Decaying(decaying);
      case Policy.RollUp(Optional<Integer> needed) ->
          new PartScan(PartScan.of(parts, Part.Kind.CHILD), needed);
      case Policy.ExactMatch match ->
          new PartScan(PartScan.of(parts, Part.Kind.MATCH), Optional.of(1));
      case Policy.AnyOf(List<Policy> policies) ->
          new Scans.AnyOf(policies.stream().map(each -> of(each, parts)).toList());
    };
  }
}
