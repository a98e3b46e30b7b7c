package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How policies are met that put results together before they compare. */
final class Averages {
  private Averages() {}

  /** The best, so many. */
  static final class Best implements Scan {
    private final Policy.BestOf policy;
    private List<Ground> best = new ArrayList<>();

    Best(Policy.BestOf policy) {
      this.policy = policy;
    }

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isPresent()) {
        best.add(ground);
        best = new ArrayList<>(Scans.best(best, policy.count()));
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      if (best.size() < policy.count()) {
        return Optional.empty();
      }
      Share sum = best.stream().map(Ground::share).reduce(Share.NOTHING, Share::plus);
      BigDecimal count = BigDecimal.valueOf(policy.count());
      if (!sum.averages(policy.bar(), count)) {
        return Optional.empty();
      }
      List<Ground> inOrder = best.stream().sorted(Ground.BY_SOURCES_TIME).toList();
      return Optional.of(
          Found.by(inOrder, Explanation.best(policy.count(), sum.percentOf(count), policy.bar())));
    }
  }

  /** All, each by its weight. */
  static final class Weighted implements Scan {
    private final Policy.WeightedAverage policy;
    private final List<Ground> all = new ArrayList<>();
    private Share sum = Share.NOTHING;
    private BigDecimal weight = BigDecimal.ZERO;

    Weighted(Policy.WeightedAverage policy) {
      this.policy = policy;
    }

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isPresent()) {
        all.add(ground);
        sum = sum.plus(ground.share().times(ground.weight()));
        weight = weight.add(ground.weight());
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      return !all.isEmpty() && all.size() >= policy.atLeast() && sum.averages(policy.bar(), weight)
          ? Optional.of(
              Found.by(all, Explanation.average(all.size(), sum.percentOf(weight), policy.bar())))
          : Optional.empty();
    }
  }

  /**
   * All, the newest most. Sums up to each result are kept, so that the results of one half-life are
   * a difference of two of them, however many they are.
   */
  static final class Decaying implements Scan {
    private final Policy.Decaying policy;
    private final List<Ground> all = new ArrayList<>();
    private final List<Share> sums = new ArrayList<>(List.of(Share.NOTHING));

    Decaying(Policy.Decaying policy) {
      this.policy = policy;
    }

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isPresent()) {
        all.add(ground);
        sums.add(sums.getLast().plus(ground.share()));
      }
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      if (all.isEmpty() || all.size() < policy.atLeast()) {
        return Optional.empty();
      }
      LocalDate newest = all.getLast().day();
      Share sum = Share.NOTHING;
      BigInteger weight = BigInteger.ZERO;
      int end = all.size();
      for (int age = 0; age <= Policy.Decaying.HALF_LIVES; age++) {
        // Of results that are at least age and less than age + 1 half-lives old.
        int begin =
            end == 0 ? 0 : firstAfter(newest.minusDays((age + 1L) * policy.halfLife()), end);
        sum = sum.doubled().plus(sums.get(end).minus(sums.get(begin)));
        weight = weight.shiftLeft(1).add(BigInteger.valueOf(end - begin));
        end = begin;
      }
      BigDecimal whole = new BigDecimal(weight);
      return sum.averages(policy.bar(), whole)
          ? Optional.of(found(end, sum.percentOf(whole)))
          : Optional.empty();
    }

    private Found found(int begin, BigDecimal percent) {
      List<Ground> counted = all.subList(begin, all.size());
      return Found.by(counted, Explanation.decaying(counted.size(), percent, policy.bar()));
    }

    /** Where, below an end, the first result after a day stands. */
    private int firstAfter(LocalDate day, int end) {
      int low = 0;
      int high = end;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (all.get(middle).day().isAfter(day)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }
}
