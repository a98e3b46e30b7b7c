package org.vellum.competency.mastery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.mastery.model.Facts.aFact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which policy judges which day. */
class TimelineTest {
  private static final Subject SUBJECT = Subject.competency(new UUID(1, 1));
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Bar EIGHTY = new Bar(new BigDecimal("0.8"), Optional.empty());

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

  private static Optional<String> decided(Timeline policies, List<Fact> facts) {
    Rule rule =
        new Rule(
            SUBJECT,
            Optional.of("lab"),
            Optional.empty(),
            Optional.empty(),
            new BigDecimal("0.8"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Mastery.decide(new Question(SUBJECT, facts, List.of(rule), policies, List.of()), NOW)
        .map(Met::explanation);
  }

  @Test
  void a_day_is_judged_by_the_policy_of_the_day() {
    Policy strict = new Policy.OutOf(2, 2, Optional.empty());
    Timeline.Adopted fromThird =
        new Timeline.Adopted(0, LocalDate.parse("2026-05-03"), Optional.empty(), 1, strict);
    Timeline policies = Timeline.of(List.of(fromThird));

    assertThat(decided(policies, scored("1", "9", "1")).orElseThrow()).contains("on 2 May 2026");
    assertThat(decided(policies, scored("1", "1", "9"))).isEmpty();
    assertThat(decided(policies, scored("1", "1", "9", "9")).orElseThrow())
        .contains("on 4 May 2026");
  }

  @Test
  void a_policy_that_asks_for_less_is_met_on_the_day_on_which_it_begins() {
    Timeline policies =
        Timeline.of(
            List.of(
                new Timeline.Adopted(
                    0,
                    LocalDate.parse("2026-06-01"),
                    Optional.empty(),
                    1,
                    new Policy.AnyOne(
                        Optional.of(new Bar(new BigDecimal("0.5"), Optional.empty()))))));

    assertThat(decided(policies, scored("6")))
        .contains("Mastered on 1 June 2026: 6 of 10 in “Data cleaning lab”, 50 % needed.");
  }

  @Test
  void a_policy_of_a_day_to_come_does_not_hold_yet() {
    Timeline policies =
        Timeline.of(
            List.of(
                new Timeline.Adopted(
                    0,
                    LocalDate.parse("2026-11-24"),
                    Optional.empty(),
                    1,
                    new Policy.AnyOne(
                        Optional.of(new Bar(new BigDecimal("0.5"), Optional.empty()))))));

    assertThat(decided(policies, scored("6"))).isEmpty();
  }

  @Test
  void the_closest_policy_holds_and_of_one_place_the_one_that_began_last() {
    LocalDate may = LocalDate.parse("2026-05-01");
    Policy own = new Policy.BestOf(1, EIGHTY);
    Policy above = new Policy.BestOf(2, EIGHTY);
    Policy newer = new Policy.BestOf(3, EIGHTY);
    Policy rollUp = new Policy.RollUp(Optional.empty());
    Timeline timeline =
        Timeline.of(
            List.of(
                new Timeline.Adopted(1000, may, Optional.empty(), 1, above),
                new Timeline.Adopted(1000, may.plusDays(5), Optional.empty(), 2, newer),
                new Timeline.Adopted(1, may, Optional.empty(), 1, rollUp),
                new Timeline.Adopted(0, may.plusDays(8), Optional.of(may.plusDays(9)), 1, own)));

    assertThat(timeline.on(may.minusDays(1))).isEqualTo(Policy.byDefault());
    assertThat(timeline.on(may)).isEqualTo(above);
    assertThat(timeline.on(may.plusDays(5))).isEqualTo(newer);
    assertThat(timeline.on(may.plusDays(8))).isEqualTo(own);
    assertThat(timeline.on(may.plusDays(9))).isEqualTo(newer);
  }
}
