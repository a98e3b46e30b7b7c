package org.vellum.competency.mastery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.mastery.model.Facts.aFact;
import static org.vellum.competency.mastery.model.Facts.scale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of policy by an example that can be reckoned by hand. */
class PolicyTest {
  private static final UUID CLEANING = UUID.fromString("a2ad9128-4501-588f-8cef-cadb106930c6");
  private static final UUID TIDY = new UUID(3, 1);
  private static final UUID SOUND = new UUID(3, 2);
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Bar EIGHTY = new Bar(new BigDecimal("0.8"), Optional.empty());
  private static final Bar PROFICIENT = new Bar(new BigDecimal("0.75"), Optional.of("Proficient"));

  private static Rule rule(String lineItem, String weight) {
    return new Rule(
        Subject.competency(CLEANING),
        Optional.of(lineItem),
        Optional.empty(),
        Optional.empty(),
        new BigDecimal("0.8"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(weight)));
  }

  /** Scores of 10, on 1 May and the days after it. */
  private static List<Fact> scored(String... scores) {
    List<Fact> facts = new ArrayList<>();
    for (String score : scores) {
      int day = facts.size() + 1;
      facts.add(
          aFact().called("r" + day).scoredOn("2026-05-%02d".formatted(day)).scoring(score).fact());
    }
    return facts;
  }

  private static Optional<String> decided(Policy policy, List<Fact> facts, Part... parts) {
    return decided(Timeline.always(policy), facts, parts);
  }

  private static Optional<String> decided(Timeline policies, List<Fact> facts, Part... parts) {
    return met(policies, facts, parts).map(Met::explanation);
  }

  private static Optional<Met> met(Timeline policies, List<Fact> facts, Part... parts) {
    return Mastery.decide(
        new Question(
            Subject.competency(CLEANING),
            facts,
            List.of(rule("lab", "1"), rule("exam", "3")),
            policies,
            Arrays.asList(parts)),
        NOW);
  }

  @Test
  void a_bar_of_the_policy_takes_the_place_of_the_rules_threshold() {
    Policy policy = new Policy.AnyOne(Optional.of(PROFICIENT));

    assertThat(decided(policy, scored("7.4", "7.5")))
        .contains(
            "Mastered on 2 May 2026: 7.5 of 10 in “Data cleaning lab”, Proficient or above"
                + " needed.");
  }

  @Test
  void two_of_the_last_three_are_told_as_such() {
    Policy policy = new Policy.OutOf(2, 3, Optional.of(PROFICIENT));

    assertThat(decided(policy, scored("9", "5", "8", "2")))
        .contains("Mastered on 3 May 2026: two of three assessments at Proficient or above.");
    assertThat(decided(policy, scored("9", "5", "5", "8"))).isEmpty();
    assertThat(met(Timeline.always(policy), scored("9", "5", "8")).orElseThrow().basis())
        .extracting(Basis::sourcedId)
        .containsExactly("r1", "r3");
  }

  @Test
  void the_best_count_as_soon_as_there_are_so_many() {
    Policy policy = new Policy.BestOf(2, EIGHTY);

    assertThat(decided(policy, scored("10"))).isEmpty();
    assertThat(decided(policy, scored("10", "1", "6")))
        .contains(
            "Mastered on 3 May 2026: the best two results come to 80 % on average, 80 % needed.");
    assertThat(decided(policy, scored("9.99", "1", "6"))).isEmpty();
  }

  @Test
  void the_latest_of_a_day_is_the_one_that_the_source_changed_last() {
    Policy policy = new Policy.Latest(Optional.empty());

    assertThat(decided(policy, scored("5", "9")))
        .contains(
            "Mastered on 2 May 2026: the latest result, 9 of 10 in “Data cleaning lab”, 80 %"
                + " needed.");
    assertThat(
            decided(
                policy,
                List.of(
                    aFact().called("a").scoring("9").fact(),
                    aFact().called("b").scoring("2").fact())))
        .isEmpty();
  }

  @Test
  void every_criterion_may_be_shown_by_another_result() {
    Policy policy = new Policy.AllCriteria(List.of(TIDY, SOUND), PROFICIENT);
    List<Fact> facts =
        List.of(
            aFact().called("r1").scoredOn("2026-05-01").withoutScore().showing(TIDY, "8").fact(),
            aFact().called("r2").scoredOn("2026-05-02").scoring("10").showing(TIDY, "1").fact(),
            aFact().called("r3").scoredOn("2026-05-03").withoutScore().showing(SOUND, "7").fact());

    assertThat(decided(policy, facts)).isEmpty();
    List<Fact> more = new ArrayList<>(facts);
    more.add(aFact().called("r4").scoredOn("2026-05-04").showing(SOUND, "7.5").fact());
    assertThat(decided(policy, more))
        .contains("Mastered on 4 May 2026: all two criteria at Proficient or above.");
  }

  @Test
  void an_average_weighs_by_the_rules() {
    Policy policy = new Policy.WeightedAverage(2, EIGHTY);
    Fact exam =
        aFact()
            .called("exam")
            .scoredOn("2026-05-02")
            .on("exam", "final", scale("0", "100"))
            .scoring("90")
            .fact();

    // (0.5 + 3 * 0.9) / 4 = 0.8, exactly.
    assertThat(decided(policy, List.of(scored("5").getFirst(), exam)))
        .contains("Mastered on 2 May 2026: an average of 80 % over two results, 80 % needed.");
    assertThat(decided(policy, List.of(scored("4.999999").getFirst(), exam))).isEmpty();
    assertThat(decided(policy, List.of(exam))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // 2 in January counts a quarter of 10 in May where a half-life is sixty days: 10.5 / 1.25.
    "60, 0.84, true", "60, 0.840001, false",
    // With a half-life of a year both count the same: 12 / 2.
    "365, 0.6, true", "365, 0.600001, false",
    // After more than twenty half-lives the first counts for nothing.
    "5, 1, true"
  })
  void what_is_old_counts_half_after_every_half_life(int halfLife, String bar, boolean met) {
    Policy policy =
        new Policy.Decaying(halfLife, 2, new Bar(new BigDecimal(bar), Optional.empty()));
    List<Fact> facts =
        List.of(
            aFact().called("r1").scoredOn("2026-01-01").scoring("2").fact(),
            aFact().called("r2").scoredOn("2026-05-01").scoring("10").fact());

    assertThat(decided(policy, facts).isPresent()).isEqualTo(met);
  }

  @Test
  void prior_learning_is_credited_by_its_own_category() {
    Policy policy =
        new Policy.AnyOf(
            List.of(
                new Policy.OutOf(2, 2, Optional.empty()),
                new Policy.PriorLearning("portfolio", Optional.empty())));

    assertThat(decided(policy, scored("10"))).isEmpty();
    assertThat(decided(policy, List.of(aFact().on("lab", "portfolio", scale("0", "10")).fact())))
        .contains(
            "Mastered on 3 May 2026: credit for prior learning, 9 of 10 in “Data cleaning lab”,"
                + " 80 % needed.");
  }

  private static Part part(int id, Part.Kind kind, String day) {
    UUID competency = new UUID(5, id);
    return new Part(
        competency,
        kind,
        day.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Part.Held(
                    new UUID(6, id),
                    LocalDate.parse(day),
                    List.of(met(Timeline.DEFAULT, scored("9")).orElseThrow().decisive()))));
  }

  @Test
  void a_roll_up_is_reached_on_the_day_of_the_last_part_that_it_needs() {
    Part[] parts = {
      part(1, Part.Kind.CHILD, "2026-05-09"),
      part(2, Part.Kind.CHILD, "2026-05-04"),
      part(3, Part.Kind.CHILD, ""),
      part(4, Part.Kind.MATCH, "2026-01-01")
    };

    assertThat(decided(new Policy.RollUp(Optional.of(2)), List.of(), parts))
        .contains("Mastered on 9 May 2026: two of its three parts were mastered.");
    assertThat(decided(new Policy.RollUp(Optional.empty()), scored("10"), parts)).isEmpty();
    assertThat(decided(new Policy.RollUp(Optional.empty()), scored("10"))).isEmpty();
    assertThat(decided(new Policy.ExactMatch(), List.of(), parts))
        .contains("Mastered on 1 January 2026: what is an exact match of it was mastered.");
    assertThat(
            met(Timeline.always(new Policy.RollUp(Optional.of(1))), List.of(), parts)
                .orElseThrow()
                .decisive()
                .through())
        .contains(new UUID(6, 2));
  }
}
