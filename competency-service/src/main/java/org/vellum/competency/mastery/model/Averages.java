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

  /** The best, so many; of two that are equal, the earlier. */
  static final class Best implements Scan {
    private final Policy.BestOf policy;
    private final List<Scored> best = new ArrayList<>();
    private Share sum = Share.NOTHING;

    Best(Policy.BestOf policy) {
      this.policy = policy;
    }

    private record Scored(Ground ground, Share share) {}

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isEmpty()) {
        return;
      }
      Scored scored = new Scored(ground, ground.share());
      if (best.size() == policy.count()) {
        if (scored.share().compareTo(best.getLast().share()) <= 0) {
          return;
        }
        sum = sum.minus(best.removeLast().share());
      }
      sum = sum.plus(scored.share());
      int place = best.size();
      while (place > 0 && scored.share().compareTo(best.get(place - 1).share()) > 0) {
        place--;
      }
      best.add(place, scored);
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      BigDecimal count = BigDecimal.valueOf(policy.count());
      if (best.size() < policy.count() || !sum.averages(policy.bar(), count)) {
        return Optional.empty();
      }
      List<Ground> inOrder =
          best.stream().map(Scored::ground).sorted(Ground.BY_SOURCES_TIME).toList();
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
   * All, the newest most. Sums up to each result are kept under one denominator, so that the
   * results of one half-life are a difference of two numbers, however many they are; and since days
   * only go up, so does the place where each half-life begins.
   */
  static final class Decaying implements Scan {
    private final Policy.Decaying policy;
    private final List<Ground> all = new ArrayList<>();
    private final List<BigInteger> sums = new ArrayList<>(List.of(BigInteger.ZERO));
    private final int[] begins = new int[Policy.Decaying.HALF_LIVES + 1];
    private BigInteger denominator = BigInteger.ONE;

    Decaying(Policy.Decaying policy) {
      this.policy = policy;
    }

    @Override
    public void add(Ground ground) {
      if (ground.evidence().isEmpty()) {
        return;
      }
      Share share = ground.share();
      BigInteger lacking = share.denominator().divide(denominator.gcd(share.denominator()));
      if (!lacking.equals(BigInteger.ONE)) {
        sums.replaceAll(lacking::multiply);
        denominator = denominator.multiply(lacking);
      }
      all.add(ground);
      sums.add(
          sums.getLast().add(share.numerator().multiply(denominator.divide(share.denominator()))));
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      if (all.isEmpty() || all.size() < policy.atLeast()) {
        return Optional.empty();
      }
      BigInteger sum = BigInteger.ZERO;
      BigInteger weight = BigInteger.ZERO;
      int end = all.size();
      for (int age = 0; age <= Policy.Decaying.HALF_LIVES; age++) {
        // Of results that are at least age and less than age + 1 half-lives old.
        int begin = begin(age);
        sum = sum.shiftLeft(1).add(sums.get(end).subtract(sums.get(begin)));
        weight = weight.shiftLeft(1).add(BigInteger.valueOf(end - begin));
        end = begin;
      }
      Share total = new Share(sum, denominator);
      BigDecimal whole = new BigDecimal(weight);
      return total.averages(policy.bar(), whole)
          ? Optional.of(found(end, total.percentOf(whole)))
          : Optional.empty();
    }

    /** Where the first result stands that is less than age + 1 half-lives older than the newest. */
    private int begin(int age) {
      LocalDate before = all.getLast().day().minusDays((age + 1L) * policy.halfLife());
      while (!all.get(begins[age]).day().isAfter(before)) {
        begins[age]++;
      }
      return begins[age];
    }

    private Found found(int begin, BigDecimal percent) {
      List<Ground> counted = all.subList(begin, all.size());
      return Found.by(counted, Explanation.decaying(counted.size(), percent, policy.bar()));
    }
  }
}
