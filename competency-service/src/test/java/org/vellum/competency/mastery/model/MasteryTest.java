package org.vellum.competency.mastery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.mastery.model.Facts.aFact;
import static org.vellum.competency.mastery.model.Facts.scale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasteryTest {
  private static final UUID CLEANING = UUID.fromString("a2ad9128-4501-588f-8cef-cadb106930c6");
  private static final Subject SUBJECT = Subject.competency(CLEANING);
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Rule RULE = onLineItem("lab", "0.8");

  private static Rule onLineItem(String lineItem, String threshold) {
    return new Rule(
        SUBJECT,
        Optional.of(lineItem),
        Optional.empty(),
        Optional.empty(),
        new BigDecimal(threshold),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Rule onCategory(Subject subject, String category, String threshold) {
    return new Rule(
        subject,
        Optional.empty(),
        Optional.of("course-1"),
        Optional.of(category),
        new BigDecimal(threshold),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Met> decide(Facts fact, Rule rule) {
    return Mastery.decide(List.of(fact.fact()), List.of(rule), NOW);
  }

  private static Standing standingOn(Facts fact, Rule rule) {
    Basis basis = decide(fact, rule).orElseThrow().decisive();
    return new Standing(new UUID(7, 9), basis.source(), basis.sourcedId(), rule, basis.evidence());
  }

  @Test
  void a_met_rule_is_explained_in_one_sentence() {
    Met met = decide(aFact(), RULE).orElseThrow();

    assertThat(met.explanation())
        .isEqualTo("Mastered on 3 May 2026: 9 of 10 in “Data cleaning lab”, 80 % needed.");
    assertThat(met.at()).isEqualTo("2026-05-03T00:00:00Z");
  }

  @Test
  void a_scale_that_does_not_begin_at_zero_is_explained_by_its_scores() {
    Facts fact = aFact().on("lab", "homework", scale("1", "4")).scoring("3.5");

    assertThat(decide(fact, onLineItem("lab", "0.75")).orElseThrow().explanation())
        .isEqualTo(
            "Mastered on 3 May 2026: 3.5 on a scale of 1 to 4 in “Data cleaning lab”,"
                + " 3.25 needed.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-03, , true",
    "2026-05-04, , false",
    ", 2026-05-04, true",
    ", 2026-05-03, false"
  })
  void a_rule_is_met_by_results_of_its_days(
      @Nullable LocalDate from, @Nullable LocalDate to, boolean met) {
    assertThat(decide(aFact(), during(from, to)).isPresent()).isEqualTo(met);
  }

  @Test
  void a_result_that_moves_out_of_the_days_of_its_rule_carries_nothing_any_more() {
    Standing standing = standingOn(aFact(), during(LocalDate.parse("2026-05-01"), null));

    assertThat(Mastery.reasonToWithdraw(standing, aFact().scoredOn("2026-04-30").fact()))
        .contains(
            "Withdrawn: the result in “Data cleaning lab” is now of 30 April 2026, a day on which"
                + " its rule does not hold.");
  }

  private static Rule during(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Rule(
        SUBJECT,
        Optional.of("lab"),
        Optional.empty(),
        Optional.empty(),
        new BigDecimal("0.8"),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.empty());
  }

  @Test
  void a_completed_course_is_called_completed() {
    Rule rule = onCategory(Subject.course("course-1"), "homework", "0.7");

    assertThat(decide(aFact(), rule).orElseThrow().explanation())
        .isEqualTo("Completed on 3 May 2026: 9 of 10 in “Data cleaning lab”, 70 % needed.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 8, 0.8, true",
    "0, 10, 7.9999999999999999999, 0.8, false",
    "0, 3, 2.4, 0.8, true",
    "0, 3, 1, 0.3333333333333333333333333333, true",
    "0, 3, 1, 0.3333333333333333333333333334, false",
    "1, 4, 3, 0.6666666666666667, false",
    "1, 4, 3, 0.6666666666666666, true",
    "-5, 5, 0, 0.5, true",
    "0, 100, 100, 1, true"
  })
  void a_threshold_is_compared_exactly(
      String minimum, String maximum, String score, String threshold, boolean met) {
    Facts fact = aFact().on("lab", "homework", scale(minimum, maximum)).scoring(score);

    assertThat(decide(fact, onLineItem("lab", threshold)).isPresent()).isEqualTo(met);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exempt", "not submitted", "partially graded", "submitted", "ext:pending"})
  void only_a_fully_graded_result_counts(String status) {
    assertThat(decide(aFact().status(status), RULE)).isEmpty();
  }

  @Test
  void a_cleared_result_counts_for_nothing() {
    assertThat(decide(aFact().cleared(), RULE)).isEmpty();
  }

  @Test
  void a_result_without_a_score_decides_nothing() {
    assertThat(decide(aFact().withoutScore(), RULE)).isEmpty();
  }

  @Test
  void the_score_of_the_competency_decides_instead_of_the_score_as_a_whole() {
    assertThat(decide(aFact().scoring("9").showing(CLEANING, "5"), RULE)).isEmpty();
    assertThat(decide(aFact().scoring("5").showing(CLEANING, "9"), RULE)).isPresent();
    assertThat(decide(aFact().scoring("9").showing(new UUID(1, 1), "5"), RULE)).isPresent();
  }

  @Test
  void a_rule_covers_only_the_line_item_or_category_that_it_names() {
    assertThat(decide(aFact(), onLineItem("another", "0.1"))).isEmpty();
    assertThat(decide(aFact(), onCategory(SUBJECT, "final", "0.1"))).isEmpty();
    assertThat(decide(aFact(), onCategory(SUBJECT, "homework", "0.1"))).isPresent();
  }

  @Test
  void the_earliest_day_of_score_decides_in_whatever_order_the_results_came() {
    List<Fact> facts = new ArrayList<>();
    for (int day = 10; day <= 28; day++) {
      facts.add(
          aFact().called("result-" + day).scoredOn("2026-04-" + day).scoring("9." + day).fact());
    }
    facts.add(aFact().called("too low").scoredOn("2026-04-01").scoring("2").fact());
    List<Rule> rules = new ArrayList<>(List.of(RULE, onCategory(SUBJECT, "homework", "0.8")));
    Met first = Mastery.decide(facts, rules, NOW).orElseThrow();

    Random random = new Random(20260503);
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(facts, random);
      Collections.shuffle(rules, random);
      assertThat(Mastery.decide(facts, rules, NOW)).contains(first);
    }
    assertThat(first.decisive().sourcedId()).isEqualTo("result-10");
  }

  @Test
  void nothing_is_achieved_later_than_now() {
    Met met = decide(aFact().scoredOn("2026-11-24"), RULE).orElseThrow();

    assertThat(met.at()).isEqualTo(NOW);
  }

  @Test
  void a_correction_below_the_threshold_takes_the_ground_away() {
    Standing standing = standingOn(aFact(), RULE);

    assertThat(Mastery.reasonToWithdraw(standing, aFact().scoring("6").fact()))
        .contains(
            "Withdrawn: the result in “Data cleaning lab” was corrected to 6 of 10, 80 % needed.");
  }

  @Test
  void a_correction_above_the_threshold_is_recorded_anew() {
    assertThat(Mastery.reasonToWithdraw(standingOn(aFact(), RULE), aFact().scoring("10").fact()))
        .contains("Recorded anew: the result in “Data cleaning lab” was corrected.");
  }

  @Test
  void a_result_that_ceases_to_count_says_why() {
    Standing standing = standingOn(aFact(), RULE);

    assertThat(Mastery.reasonToWithdraw(standing, aFact().cleared().fact()))
        .contains("Withdrawn: the result in “Data cleaning lab” was taken back.");
    assertThat(Mastery.reasonToWithdraw(standing, aFact().status("submitted").fact()))
        .contains("Withdrawn: the result in “Data cleaning lab” is not fully graded any more.");
    assertThat(Mastery.reasonToWithdraw(standing, aFact().withoutScore().fact()))
        .contains("Withdrawn: the result in “Data cleaning lab” has no score any more.");
  }

  @Test
  void what_says_the_same_in_other_digits_changes_nothing() {
    assertThat(Mastery.reasonToWithdraw(standingOn(aFact(), RULE), aFact().scoring("9.00").fact()))
        .isEmpty();
  }

  @Test
  void another_result_takes_nothing_away() {
    assertThat(
            Mastery.reasonToWithdraw(
                standingOn(aFact(), RULE), aFact().called("another").scoring("1").fact()))
        .isEmpty();
  }
}
