package org.vellum.competency.mastery.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How policies are met that compare result by result. */
final class Scans {
  private Scans() {}

  /** One result is enough; of prior learning, if a category is given. */
  static final class First implements Scan {
    private final Optional<Bar> bar;
    private final Optional<String> category;
    private @Nullable Ground first;

    First(Optional<Bar> bar, Optional<String> category) {
      this.bar = bar;
      this.category = category;
    }

    @Override
    public void add(Ground ground) {
      boolean fits = category.isEmpty() || ground.fact().lineItem().category().equals(category);
      if (first == null && fits && ground.reaches(bar)) {
        first = ground;
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      return Optional.ofNullable(first)
          .map(ground ->
              Found.by(
                  List.of(ground),
                  (category.isPresent() ? "credit for prior learning, " : "")
                      + Explanation.scored(ground, bar)));
    }
  }

  /** The newest decides. */
  static final class Newest implements Scan {
    private final Optional<Bar> bar;
    private @Nullable Ground newest;

    Newest(Optional<Bar> bar) {
      this.bar = bar;
    }

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isPresent()) {
        newest = ground;
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      return Optional.ofNullable(newest)
          .filter(ground -> ground.reaches(bar))
          .map(ground ->
              Found.by(List.of(ground), "the latest result, " + Explanation.scored(ground, bar)));
    }
  }

  /** So many of the newest. */
  static final class Window implements Scan {
    private final Policy.OutOf policy;
    private final Deque<Ground> newest = new ArrayDeque<>();
    private int reaching;

    Window(Policy.OutOf policy) {
      this.policy = policy;
    }

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isEmpty()) {
        return;
      }
      newest.addLast(ground);
      reaching += ground.reaches(policy.bar()) ? 1 : 0;
      if (newest.size() > policy.of()) {
        reaching -= newest.removeFirst().reaches(policy.bar()) ? 1 : 0;
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      if (reaching < policy.needed()) {
        return Optional.empty();
      }
      List<Ground> those = newest.stream().filter(ground -> ground.reaches(policy.bar())).toList();
      return Optional.of(
          Found.by(those, Explanation.outOf(those.size(), newest.size(), policy.bar())));
    }
  }

  /** Each criterion once. */
  static final class Criteria implements Scan {
    private final Policy.AllCriteria policy;
    private final Map<UUID, Ground> reached = new LinkedHashMap<>();
    private final Set<UUID> open;

    Criteria(Policy.AllCriteria policy) {
      this.policy = policy;
      this.open = new HashSet<>(policy.criteria());
    }

    @Override
    public void add(Ground ground) {
      for (UUID criterion : policy.criteria()) {
        if (open.contains(criterion)) {
          ground
              .on(criterion)
              .filter(on -> on.reaches(Optional.of(policy.bar())))
              .ifPresent(on -> {
                reached.put(criterion, on);
                open.remove(criterion);
              });
        }
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      return open.isEmpty()
          ? Optional.of(
              Found.by(
                  List.copyOf(reached.values()),
                  Explanation.criteria(policy.criteria().size(), policy.bar())))
          : Optional.empty();
    }
  }

  /** The first of several that is met. */
  static final class AnyOf implements Scan {
    private final List<Scan> scans;

    AnyOf(List<Scan> scans) {
      this.scans = scans;
    }

    @Override
    public void add(Ground ground) {
      scans.forEach(scan -> scan.add(ground));
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      return scans.stream().flatMap(scan -> scan.on(day).stream()).findFirst();
    }
  }
}
