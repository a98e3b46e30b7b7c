package org.vellum.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.finaid.timeline.model.Timeline;

/**
 * Timelines of learners on their way through a bachelor's program of 120 credits without terms:
 * from attempts and weeks in no order to ten payment periods and five academic years with fractions
 * and projected ends. Every learner is another, so that no branch is learnt by heart.
 */
final class RulesBenchmark {
  private static final int WARM_UPS = 60;
  private static final int ROUNDS = 101;
  private static final int LEARNERS = 1_000;
  private static final int ASKED_PER_SECOND = 50_000;
  private static final UnitsAndWeeks PROGRAM = UnitsAndWeeks.of(120, 150);
  private static final UnitsAndWeeks YEAR = UnitsAndWeeks.of(24, 30);
  private static final LocalDate START = LocalDate.of(2024, 9, 2);
  private static final int WEEK = 7;
  private static final long SEED = 668;

  private final RandomGenerator random;
  private final List<Learner> learners = new ArrayList<>();
  private long periods;

  private RulesBenchmark(RandomGenerator random) {
    this.random = random;
    for (int i = 0; i < LEARNERS; i++) {
      learners.add(learner());
    }
  }

  /** What is known of a learner. */
  private record Learner(LocalDate asOf, List<UnitAttempt> attempts, List<LocalDate> weekEnds) {}

  static List<Figure> measure() throws Exception {
    // The same learners in every run.
    RulesBenchmark benchmark =
        new RulesBenchmark(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    double median = Rounds.processorMedians(WARM_UPS, ROUNDS, benchmark::derive)[0];
    double perSecond = LEARNERS / median * 1e9;
    return List.of(
        new Figure(
            String.format(
                Locale.ROOT,
                "Deriving learners' financial aid timelines on one core (%.0f attempts and %.0f"
                    + " weeks each) to the rate asked for",
                benchmark.mean(learner -> learner.attempts().size()),
                benchmark.mean(learner -> learner.weekEnds().size())),
            String.format(Locale.ROOT, "%.0f/s", perSecond),
            ASKED_PER_SECOND + "/s",
            String.format(Locale.ROOT, "%.1f times", perSecond / ASKED_PER_SECOND)));
  }

  private void derive() {
    for (Learner learner : learners) {
      CumulativeTotals totals = CumulativeTotals.of(learner.attempts(), learner.weekEnds());
      Timeline timeline =
          Timeline.of(PROGRAM, YEAR, START, learner.asOf(), totals, Ruleset.US_TIV_2025_1);
      periods += timeline.periods().size();
    }
    if (periods == 0) {
      throw new IllegalStateException("no learner has a period");
    }
  }

  private double mean(ToIntFunction<Learner> size) {
    return learners.stream().mapToInt(size).average().orElseThrow();
  }

  private Learner learner() {
    int weeks = 20 + random.nextInt(140);
    List<LocalDate> ends = new ArrayList<>();
    List<UnitAttempt> attempts = new ArrayList<>();
    for (int week = 1; week <= weeks; week++) {
      if (random.nextInt(10) != 0) {
        ends.add(START.plusDays((long) week * WEEK - 1));
      }
      if (random.nextInt(3) == 0) {
        attempts.add(attempt(week));
      }
    }
    Collections.shuffle(attempts, Random.from(random));
    Collections.shuffle(ends, Random.from(random));
    return new Learner(START.plusDays((long) weeks * WEEK), attempts, ends);
  }

  private UnitAttempt attempt(int week) {
    return new UnitAttempt(
        "competency-" + random.nextInt(60),
        week,
        new BigDecimal("3"),
        random.nextInt(8) == 0 ? Outcome.NOT_PASSED : Outcome.PASSED,
        Optional.of(START.plusDays((long) week * WEEK - random.nextInt(WEEK))),
        random.nextInt(12) == 0 ? Origin.PRIOR_LEARNING : Origin.INSTITUTION,
        true);
  }
}
