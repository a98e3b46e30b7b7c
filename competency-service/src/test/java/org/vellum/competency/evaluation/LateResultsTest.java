package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.PolicyFixture.MATCH;
import static org.vellum.competency.evaluation.PolicyFixture.PARENT;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Under policies, too, the day is decided by the source's time and not by the order of arrival. */
class LateResultsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final PolicyFixture policies = new PolicyFixture(fixture);

  @BeforeEach
  void founded() {
    policies.found();
  }

  private List<String> reasons() {
    return fixture.achievements.list(ADA).stream()
        .flatMap(achievement -> achievement.reason().stream())
        .toList();
  }

  @Test
  void a_late_result_under_a_policy_gives_another_day_earlier_or_later() throws Exception {
    policies.adopt(
        CLEANING,
        "2026-05-01",
        "\"kind\": \"weightedAverage\", \"atLeast\": 1, \"threshold\": 0.8");
    fixture.record(aResult().scoring("9").scoredOn("2026-05-10"));
    fixture.record(aResult().called("after").scoring("10").scoredOn("2026-05-12"));
    fixture.record(aResult().called("late").on("essay").scoring("6").scoredOn("2026-05-09"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-05-12");

    fixture.clear("lms", "late");
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-05-10");
    fixture.record(aResult().called("first").on("essay").scoring("8").scoredOn("2026-05-02"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-05-02");
    assertThat(reasons())
        .contains(
            "Recorded anew: with the result in “Essay” of 9 May 2026 the day is 12 May 2026 instead"
                + " of 10 May 2026.",
            "Recorded anew: with the result in “Essay” of 2 May 2026 the day is 2 May 2026 instead"
                + " of 10 May 2026.");
  }

  @Test
  void a_part_that_is_mastered_as_of_an_earlier_day_gives_the_whole_its_day() throws Exception {
    policies.adopt(PARENT, "2026-05-01", "\"kind\": \"rollUp\", \"needed\": 1");
    policies.adoptElsewhere(MATCH, "2026-05-01", "\"kind\": \"exactMatch\"");
    fixture.record(aResult().scoring("9").scoredOn("2026-05-10"));
    assertThat(Days.since(fixture, ADA))
        .containsExactly(
            "Cleans data 2026-05-10", "Handles data 2026-05-10", "Practises data 2026-05-10");

    fixture.record(aResult().called("exam-1").on("exam").scoring("95").scoredOn("2026-05-07"));
    assertThat(Days.since(fixture, ADA))
        .contains("Practises data 2026-05-07", "Handles data 2026-05-07", "Cleans data 2026-05-10");
    assertThat(reasons())
        .contains(
            "Recorded anew: with what else was mastered the day is 7 May 2026 instead of 10 May"
                + " 2026.");

    fixture.record(aResult().called("early").scoring("9").scoredOn("2026-05-05"));
    assertThat(Days.since(fixture, ADA))
        .contains("Practises data 2026-05-05", "Handles data 2026-05-05", "Cleans data 2026-05-05");
  }

  @Test
  void what_a_policy_of_before_gave_keeps_its_day_while_either_is_met() throws Exception {
    policies.adopt(CLEANING, "2026-05-01", "\"kind\": \"latest\", \"threshold\": 0.8");
    fixture.record(aResult().scoring("9").scoredOn("2026-05-10"));
    policies.adopt(
        CLEANING,
        "2026-05-02",
        "\"kind\": \"weightedAverage\", \"atLeast\": 2, \"threshold\": 0.8");

    fixture.record(aResult().called("late").scoring("8").scoredOn("2026-05-09"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-05-10");
    fixture.record(aResult().called("before").scoring("2").scoredOn("2026-05-08"));
    assertThat(Days.since(fixture, ADA)).containsExactly("Cleans data 2026-05-10");
  }
}
