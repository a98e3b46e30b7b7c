package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.Results.aResult;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.mastery.Achievement;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.CourseCompleted;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class MasteryOfResultsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private Achievement only() {
    return fixture.achievements.list(ADA).getFirst();
  }

  @Test
  void a_result_at_the_threshold_attains_the_competency_and_is_announced() throws Exception {
    fixture.record(aResult().scoring("8").saying("Clean"));

    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
    AttainmentRecorded event =
        Json.mapper()
            .readValue(
                fixture.lastEvent("AttainmentRecorded").orElseThrow(), AttainmentRecorded.class);
    assertThat(event.learner()).isEqualTo(ADA);
    assertThat(event.competency().identifier()).isEqualTo(CLEANING);
    assertThat(event.competency().frameworkVersion()).contains("2.1");
    assertThat(event.attainedAt()).isEqualTo("2026-05-03T00:00:00Z");
    assertThat(event.explanation())
        .isEqualTo("Mastered on 3 May 2026: 8 of 10 in “Data cleaning lab”, 80 % needed.");
    assertThat(event.evidence())
        .singleElement()
        .satisfies(evidence -> {
          assertThat(evidence.sourcedId()).isEqualTo("result-1");
          assertThat(evidence.score()).isEqualByComparingTo("8");
          assertThat(evidence.comment()).contains("Clean");
        });
    assertThat(only().id()).isEqualTo(event.attainment());
    assertThat(only().frameworkVersion()).contains("2.1");
  }

  @Test
  void a_result_below_the_threshold_attains_nothing() throws Exception {
    fixture.record(aResult().scoring("7.999"));
    assertThat(fixture.events()).isEmpty();
  }

  @Test
  void a_rule_of_certain_days_is_met_by_results_of_these_days_only() throws Exception {
    fixture.jdbi.useHandle(handle ->
        handle.execute(
            "update competency.evidence_rule set starts_on = '2026-05-04', weight = 2"
                + " where competency = ?",
            CLEANING));
    fixture.record(aResult());
    assertThat(fixture.events()).isEmpty();

    fixture.record(aResult().called("result-2").scoredOn("2026-05-04"));
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
  }

  @Test
  void an_achievement_by_a_rule_from_before_rules_had_days_is_still_judged() throws Exception {
    fixture.record(aResult());
    String rule =
        fixture.jdbi.withHandle(handle ->
            handle
                .createQuery("select rule::text from competency.achievement")
                .mapTo(String.class)
                .one());
    assertThat(rule).doesNotContain("\"from\"", "\"to\"");

    fixture.record(aResult().scoring("6").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(fixture.standing(ADA)).isEmpty();
  }

  @Test
  void a_competency_that_no_framework_states_is_not_attained() throws Exception {
    fixture.record(aResult().scoring("2"));
    assertThat(fixture.achievements.list(ADA)).isEmpty();
  }

  @Test
  void a_second_result_of_that_day_or_later_changes_nothing() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().called("result-2").on("essay").scoring("10"));
    fixture.record(aResult().called("result-3").on("essay").scoring("10").scoredOn("2026-05-04"));
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
  }

  @Test
  void a_result_of_an_earlier_day_that_comes_late_gives_its_day_and_says_why() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().called("low").on("essay").scoring("7").scoredOn("2026-01-01"));
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");

    fixture.record(aResult().called("result-2").on("essay").scoring("10").scoredOn("2026-01-01"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-01-01");
    assertThat(fixture.events())
        .containsExactly("AttainmentRecorded", "AttainmentWithdrawn", "AttainmentRecorded");
    assertThat(fixture.lastEvent("AttainmentWithdrawn").orElseThrow())
        .contains(
            "Recorded anew: with the result in “Essay” of 1 January 2026 the day is 1 January 2026"
                + " instead of 3 May 2026.");
    assertThat(fixture.lastEvent("AttainmentRecorded").orElseThrow())
        .contains("10 of 10 in “Essay”");

    fixture.record(
        aResult()
            .called("result-2")
            .on("essay")
            .scoring("2")
            .scoredOn("2026-01-01")
            .modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-05-03");
  }

  @Test
  void a_correction_that_makes_another_result_enough_gives_its_day() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().called("result-2").scoring("7").scoredOn("2026-04-01"));
    fixture.record(
        aResult()
            .called("result-2")
            .scoring("8")
            .scoredOn("2026-04-01")
            .modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-04-01");
  }

  @Test
  void a_course_was_completed_on_the_earliest_day_too() throws Exception {
    fixture.record(aResult().on("exam").scoring("75"));
    fixture.record(aResult().called("result-2").on("exam").scoring("80").scoredOn("2026-04-01"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Data practice 2026-04-01");
    assertThat(fixture.events())
        .containsExactly("CourseCompleted", "CourseCompletionWithdrawn", "CourseCompleted");
  }

  @Test
  void a_day_that_begins_at_the_source_before_it_does_here_is_not_taken_for_a_later_one()
      throws Exception {
    fixture.record(aResult().scoredOn("2026-11-24"));
    fixture.record(aResult().called("result-2").scoredOn("2026-11-24"));
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
    fixture.record(aResult().called("result-3").scoredOn("2026-11-23"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_correction_below_the_threshold_withdraws_and_one_above_attains_again() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().scoring("6").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(only().reason())
        .contains(
            "Withdrawn: the result in “Data cleaning lab” was corrected to 6 of 10, 80 % needed.");

    fixture.record(aResult().scoring("8").modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(fixture.events())
        .containsExactly("AttainmentRecorded", "AttainmentWithdrawn", "AttainmentRecorded");
    assertThat(fixture.achievements.list(ADA)).hasSize(2);
  }

  @Test
  void another_result_carries_the_competency_on_when_the_first_falls() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().called("result-2").on("essay").scoring("10"));
    fixture.record(aResult().scoring("1").modifiedAt("2026-05-04T10:00:00Z"));

    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(fixture.lastEvent("AttainmentRecorded").orElseThrow())
        .contains("10 of 10 in “Essay”");
  }

  @Test
  void a_corrected_score_that_is_still_enough_is_recorded_anew() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().scoring("10").modifiedAt("2026-05-04T10:00:00Z"));

    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(fixture.lastEvent("AttainmentWithdrawn").orElseThrow()).contains("Recorded anew");
    assertThat(fixture.lastEvent("AttainmentRecorded").orElseThrow()).contains("10 of 10");
  }

  @Test
  void a_correction_that_says_the_same_leaves_the_attainment_alone() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().modifiedAt("2026-05-04T10:00:00Z"));
    fixture.record(aResult().scoring("9.0").modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");

    fixture.record(aResult().scoring("2").modifiedAt("2026-05-06T10:00:00Z"));
    assertThat(fixture.standing(ADA)).isEmpty();
  }

  @Test
  void taking_a_result_back_withdraws_what_rests_on_it() throws Exception {
    fixture.record(aResult());
    fixture.clear("lms", "result-1");
    assertThat(fixture.standing(ADA)).isEmpty();

    fixture.record(aResult().called("result-2").modifiedAt("2026-05-05T10:00:00Z"));
    fixture.record(aResult().called("result-2").takenBack().modifiedAt("2026-05-06T10:00:00Z"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(fixture.lastEvent("AttainmentWithdrawn").orElseThrow()).contains("taken back");
  }

  @Test
  void the_score_of_the_competency_decides() throws Exception {
    fixture.record(aResult().scoring("10").showing(CLEANING, "7"));
    assertThat(fixture.standing(ADA)).isEmpty();

    fixture.record(
        aResult().scoring("2").showing(CLEANING, "8").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_final_result_completes_the_course_and_evidences_what_the_course_does() throws Exception {
    fixture.record(aResult().on("exam").scoring("95"));

    assertThat(fixture.standing(ADA)).containsExactly("Data practice", "Works with data");
    CourseCompleted event =
        Json.mapper()
            .readValue(fixture.lastEvent("CourseCompleted").orElseThrow(), CourseCompleted.class);
    assertThat(event.courseCode()).isEqualTo(Optional.of("DP1"));
    assertThat(event.credits().orElseThrow()).isEqualByComparingTo("3");
    assertThat(event.evidence()).hasSize(1);

    fixture.record(aResult().on("exam").scoring("80").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Data practice");
    fixture.record(aResult().on("exam").scoring("60").modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(fixture.lastEvent("CourseCompletionWithdrawn").orElseThrow())
        .contains("60 of 100", "70 %");
  }

  @Test
  void homework_does_not_evidence_what_only_the_course_does() throws Exception {
    fixture.record(aResult().scoring("10"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_change_of_rule_scale_or_framework_takes_nothing_away() throws Exception {
    fixture.record(aResult());
    fixture.execute("update competency.evidence_rule set effective_to = now()");
    fixture.execute("update competency.line_item set result_value_max = 1000");
    fixture.execute("update competency.framework set adoption_status = 'Draft'");

    fixture.record(aResult().modifiedAt("2026-05-04T10:00:00Z").called("result-2").on("essay"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void what_is_recorded_anew_keeps_its_rule_and_its_words_if_they_are_gone() throws Exception {
    fixture.record(aResult());
    fixture.execute("update competency.evidence_rule set effective_to = now()");
    fixture.execute("update competency.framework set adoption_status = 'Draft'");

    fixture.record(aResult().scoring("8.5").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    JsonNode event = Json.mapper().readTree(fixture.lastEvent("AttainmentRecorded").orElseThrow());
    assertThat(event.at("/competency/frameworkVersion").textValue()).isEqualTo("2.1");
    assertThat(event.at("/evidence/0/score").decimalValue()).isEqualByComparingTo("8.5");
  }
}
