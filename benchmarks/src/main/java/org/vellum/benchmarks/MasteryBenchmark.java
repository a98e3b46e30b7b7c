package org.vellum.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.vellum.competency.mastery.model.Bar;
import org.vellum.competency.mastery.model.EvaluatedLineItem;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Scale;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;

/**
 * Decisions on a learner with 5,000 results of four years, all of them on one competency and in no
 * order, under a policy that they never meet, so that every day has to be asked about.
 */
final class MasteryBenchmark {
  private static final int WARM_UPS = 60;
  private static final int ROUNDS = 101;
  private static final int FACTS = 5_000;
  private static final int DAYS = 1_460;
  private static final int LINE_ITEMS = 50;
  private static final long SEED = 5;
  private static final double ASKED = 5e6;
  private static final Subject SUBJECT = Subject.competency(new UUID(1, 1));
  private static final LocalDate START = LocalDate.of(2022, 9, 1);
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Bar BAR = new Bar(new BigDecimal("0.99"), Optional.of("Advanced"));

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private int met;

  private MasteryBenchmark() {}

  static List<Figure> measure() throws Exception {
    return new MasteryBenchmark().figures();
  }

  private static Map<String, Policy> policies() {
    Map<String, Policy> policies = new LinkedHashMap<>();
    policies.put("one result at its rule's threshold", Policy.byDefault());
    policies.put("best 50 on average", new Policy.BestOf(50, BAR));
    policies.put("latest", new Policy.Latest(Optional.of(BAR)));
    policies.put("50 of the last 50", new Policy.OutOf(50, 50, Optional.of(BAR)));
    policies.put("weighted average", new Policy.WeightedAverage(50, BAR));
    policies.put("average with a half-life of 30 days", new Policy.Decaying(30, 50, BAR));
    return policies;
  }

  private List<Figure> figures() throws Exception {
    List<Fact> facts = facts();
    List<Rule> rules = rules();
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Policy> policy : policies().entrySet()) {
      Question question =
          new Question(SUBJECT, facts, rules, Timeline.always(policy.getValue()), List.of());
      double median =
          Rounds.processorMedians(
              WARM_UPS, ROUNDS, () -> met += Mastery.decide(question, NOW).isPresent() ? 1 : 0)[0];
      figures.add(
          new Figure(
              "Deciding on a learner with 5,000 results on one competency, never met, to the time"
                  + " asked for: "
                  + policy.getKey(),
              String.format(Locale.ROOT, "%.2f ms", median / 1e6),
              "5 ms",
              String.format(Locale.ROOT, "%.2f of it", median / ASKED)));
    }
    if (met > 0) {
      throw new IllegalStateException("a policy was met that should ask about every day");
    }
    return figures;
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int item = 0; item < LINE_ITEMS; item++) {
      rules.add(
          new Rule(
              SUBJECT,
              Optional.of("item-" + item),
              Optional.empty(),
              Optional.empty(),
              new BigDecimal("0.99"),
              Optional.empty(),
              Optional.empty(),
              Optional.of(BigDecimal.valueOf(1 + item % 3))));
    }
    return rules;
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < FACTS; i++) {
      facts.add(fact(i));
    }
    Collections.shuffle(facts, Random.from(random));
    return facts;
  }

  private Fact fact(int number) {
    int item = random.nextInt(LINE_ITEMS);
    int maximum = List.of(10, 20, 100).get(item % 3);
    return new Fact(
        new UUID(7, number),
        "lms",
        "result-" + number,
        new EvaluatedLineItem(
            "item-" + item,
            "Item " + item,
            "course-1",
            "Course",
            Optional.of("homework"),
            new Scale(BigDecimal.ZERO, BigDecimal.valueOf(maximum))),
        Fact.FULLY_GRADED,
        Optional.of(new BigDecimal(random.nextInt(maximum * 9)).movePointLeft(1)),
        START.plusDays(random.nextInt(DAYS)),
        NOW.minusSeconds(number),
        Optional.empty(),
        false,
        Map.of());
  }
}
