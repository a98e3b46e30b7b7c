package org.vellum.competency.mastery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.mastery.model.Facts.aFact;
import static org.vellum.competency.mastery.model.Facts.scale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts made up by chance from a seed: what must hold of every policy, whatever they are. */
class PolicyHistoriesTest {
  private static final UUID CLEANING = UUID.fromString("a2ad9128-4501-588f-8cef-cadb106930c6");
  private static final UUID CRITERION = new UUID(3, 1);
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Bar BAR = new Bar(new BigDecimal("0.75"), Optional.of("Proficient"));
  private static final int HISTORIES = 60;

  static Stream<Policy> policies() {
    return Stream.of(
        Policy.byDefault(),
        new Policy.AnyOne(Optional.of(BAR)),
        new Policy.BestOf(3, BAR),
        new Policy.Latest(Optional.of(BAR)),
        new Policy.OutOf(2, 3, Optional.of(BAR)),
        new Policy.AllCriteria(List.of(CLEANING, CRITERION), BAR),
        new Policy.WeightedAverage(2, BAR),
        new Policy.Decaying(3, 2, BAR),
        new Policy.PriorLearning("portfolio", Optional.of(BAR)),
        new Policy.AnyOf(
            List.of(
                new Policy.OutOf(3, 3, Optional.empty()), new Policy.Latest(Optional.empty()))));
  }

  private static List<Rule> rules() {
    return new ArrayList<>(
        List.of(rule("lab", "0.8", "1"), rule("exam", "0.6", "2.5"), rule("lab", "0.9", "7")));
  }

  private static Rule rule(String lineItem, String threshold, String weight) {
    return new Rule(
        Subject.competency(CLEANING),
        Optional.of(lineItem),
        Optional.empty(),
        Optional.empty(),
        new BigDecimal(threshold),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(weight)));
  }

  private static List<Fact> facts(Random random) {
    List<Fact> facts = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      boolean exam = random.nextInt(3) == 0;
      Facts fact =
          aFact()
              .called("result-" + i)
              .scoredOn("2026-05-%02d".formatted(1 + random.nextInt(9)))
              .on(
                  exam ? "exam" : "lab",
                  random.nextInt(4) == 0 ? "portfolio" : "homework",
                  exam ? scale("1", "7") : scale("0", "10"))
              .scoring(String.valueOf(exam ? 1 + random.nextInt(7) : random.nextInt(11)))
              .status(random.nextInt(6) == 0 ? "submitted" : Fact.FULLY_GRADED);
      facts.add((random.nextInt(3) == 0 ? fact.showing(CRITERION, "7") : fact).fact());
    }
    return facts;
  }

  private static Optional<Met> decide(Policy policy, List<Fact> facts, List<Rule> rules) {
    Timeline policies =
        Timeline.of(
            List.of(
                new Timeline.Adopted(
                    0, LocalDate.parse("2026-05-04"), Optional.empty(), 1, policy)));
    return Mastery.decide(
        new Question(Subject.competency(CLEANING), facts, rules, policies, List.of()), NOW);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void the_order_of_facts_and_rules_decides_nothing(Policy policy) {
    Random random = new Random(20260503);
    int met = 0;
    for (int i = 0; i < HISTORIES; i++) {
      List<Fact> facts = facts(random);
      List<Rule> rules = rules();
      Optional<Met> first = decide(policy, facts, rules);
      met += first.isPresent() ? 1 : 0;
      for (int order = 0; order < 4; order++) {
        Collections.shuffle(facts, random);
        Collections.shuffle(rules, random);
        assertThat(decide(policy, facts, rules)).isEqualTo(first);
      }
    }
    assertThat(met).as("histories that meet it").isBetween(1, HISTORIES);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void what_is_met_stays_met_whatever_is_scored_on_later_days(Policy policy) {
    Random random = new Random(20260504);
    for (int i = 0; i < HISTORIES; i++) {
      List<Fact> facts = facts(random);
      Optional<Met> met = decide(policy, facts, rules());
      if (met.isPresent()) {
        LocalDate day = LocalDate.ofInstant(met.get().at(), ZoneOffset.UTC);
        List<Fact> more = new ArrayList<>(facts);
        for (int later = 1; later <= 3; later++) {
          more.add(
              aFact()
                  .called("later-" + later)
                  .scoredOn(day.plusDays(later).toString())
                  .scoring("0")
                  .fact());
        }
        assertThat(decide(policy, more, rules())).isEqualTo(met);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void a_policy_that_only_grows_never_says_no_after_one_more_fact(Policy policy) {
    Random random = new Random(20260505);
    for (int i = 0; i < HISTORIES && policy.onlyGrows(); i++) {
      List<Fact> facts = facts(random);
      if (metAlways(policy, facts)) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(
            aFact()
                .called("one more")
                .scoredOn("2026-05-0" + (1 + random.nextInt(9)))
                .scoring(String.valueOf(random.nextInt(11)))
                .fact());
        assertThat(metAlways(policy, more)).isTrue();
      }
    }
  }

  private static boolean metAlways(Policy policy, List<Fact> facts) {
    return Mastery.decide(
            new Question(
                Subject.competency(CLEANING), facts, rules(), Timeline.always(policy), List.of()),
            NOW)
        .isPresent();
  }
}
