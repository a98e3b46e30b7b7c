package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How policies are met that put results together before they compare. */
final class Averages {
  private static final int HALF_LIVES = Policy.Decaying.HALF_LIVES;

  private Averages() {}

  /** The best, so many; of two that are equal, the earlier. */
  static final class Best implements Scan {
    private final Policy.BestOf policy;
    private final BigDecimal count;
    private final Share needed;
    private final List<Scored> best = new ArrayList<>();
    private Share sum = Share.NOTHING;
    private boolean changed;

    Best(Policy.BestOf policy) {
      this.policy = policy;
      this.count = BigDecimal.valueOf(policy.count());
      this.needed = Share.needed(policy.bar(), count);
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
      changed = true;
    }

    @Override
    public Optional<Found> on(LocalDate day) {
      // What was not met the last time is asked again only if something better came.
      if (!changed || best.size() < policy.count() || sum.compareTo(needed) < 0) {
        changed = false;
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
    private final int[] begins = new int[HALF_LIVES + 1];
    private long[] days = new long[16];
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
      if (all.size() == days.length) {
        days = Arrays.copyOf(days, 2 * days.length);
      }
      days[all.size()] = ground.day().toEpochDay();
      all.add(ground);
      sums.add(
          sums.getLast().add(share.numerator().multiply(denominator.divide(share.denominator()))));
    }

    /**
     * The weighted sum over the half-lives k, 2^(n-k) * (sum up to where k ends - up to where it
     * begins), in which each half-life ends where the one before begins; so it is the sum of all
     * with the weight of the newest, less what each beginning has too much.
     */
    @Override
    public Optional<Found> on(LocalDate day) {
      if (all.isEmpty() || all.size() < policy.atLeast()) {
        return Optional.empty();
      }
      int oldest = HALF_LIVES;
      BigInteger sum = BigInteger.ZERO;
      long count = 0;
      for (int age = 0; age < oldest; age++) {
        int begin = begin(age);
        if (begin == 0) {
          sum = sum.shiftLeft(oldest - age);
          count <<= oldest - age;
          break;
        }
        sum = sum.shiftLeft(1).add(sums.get(begin));
        count = (count << 1) + begin;
      }
      int first = begin(oldest);
      BigInteger weighted =
          sums.getLast().shiftLeft(oldest).subtract(sum).subtract(sums.get(first));
      BigDecimal weight = BigDecimal.valueOf(((long) all.size() << oldest) - count - first);
      Share total = new Share(weighted, denominator);
      return total.averages(policy.bar(), weight)
          ? Optional.of(found(first, total.percentOf(weight)))
          : Optional.empty();
    }

    /** Where the first result stands that is less than age + 1 half-lives older than the newest. */
    private int begin(int age) {
      long before = days[all.size() - 1] - (age + 1L) * policy.halfLife();
      int begin = begins[age];
      while (days[begin] <= before) {
        begin++;
      }
      begins[age] = begin;
      return begin;
    }

    private Found found(int begin, BigDecimal percent) {
      List<Ground> counted = all.subList(begin, all.size());
      return Found.by(counted, Explanation.decaying(counted.size(), percent, policy.bar()));
    }
  }
}
