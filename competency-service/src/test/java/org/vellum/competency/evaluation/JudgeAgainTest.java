package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** A rule that begins after results came judges them too. */
class JudgeAgainTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private static final UUID BEA = UUID.fromString("01900000-0000-7000-8000-00000000000b");
  private static final RulesBegun ESSAY =
      new RulesBegun(Set.of("essay"), Set.of(), Optional.empty());
  private static final RulesBegun COURSE =
      new RulesBegun(Set.of(), Set.of("course-1"), Optional.empty());
  private static final int ALL = 10;

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  @Test
  void results_of_before_attain_what_the_new_rule_says_and_it_is_announced_once() throws Exception {
    fixture.record(aResult().on("essay").scoring("5"));
    assertThat(fixture.standing(ADA)).isEmpty();

    essayEvidencesCleaningAt("0.5");
    fixture.judgeAgain(ESSAY, ALL);
    fixture.judgeAgain(ESSAY, ALL);

    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
  }

  @Test
  void results_below_the_threshold_corrected_below_it_or_taken_back_attain_nothing()
      throws Exception {
    fixture.record(aResult().on("essay").called("low").scoring("4"));
    fixture.record(aResult().on("essay").called("back").scoring("6"));
    fixture.clear(aResult().sent().source(), "back");
    fixture.record(aResult().on("lab").called("elsewhere").scoring("6"));

    essayEvidencesCleaningAt("0.5");
    fixture.judgeAgain(ESSAY, ALL);

    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(fixture.events()).isEmpty();
  }

  @Test
  void a_course_is_completed_by_results_of_before_when_a_rule_says_so() throws Exception {
    fixture.record(aResult().on("exam").scoring("60"));
    assertThat(fixture.standing(ADA)).isEmpty();

    fixture.execute("update competency.completion_rule set threshold = 0.6");
    fixture.judgeAgain(COURSE, ALL);

    assertThat(fixture.standing(ADA)).containsExactly("Data practice");
    assertThat(fixture.events()).containsExactly("CourseCompleted");
  }

  @Test
  void what_stands_stays_as_it_is() throws Exception {
    fixture.record(aResult().scoring("8"));
    UUID first = fixture.achievements.list(ADA).getFirst().id();

    essayEvidencesCleaningAt("0.5");
    fixture.judgeAgain(new RulesBegun(Set.of("lab", "essay"), Set.of(), Optional.empty()), ALL);

    assertThat(fixture.achievements.list(ADA).getFirst().id()).isEqualTo(first);
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
  }

  @Test
  void many_learners_are_judged_some_at_a_time_and_the_rest_is_announced() throws Exception {
    fixture.record(aResult().on("essay").called("a").scoring("6"));
    fixture.record(aResult().on("essay").called("b").of("bea").scoring("6"));
    essayEvidencesCleaningAt("0.5");

    fixture.judgeAgain(ESSAY, 1);

    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(fixture.standing(BEA)).isEmpty();
    assertThat(rest()).isEqualTo(ESSAY.after(ADA));

    fixture.judgeAgain(rest(), 1);
    assertThat(fixture.standing(BEA)).containsExactly("Cleans data");
    fixture.judgeAgain(rest(), 1);
    assertThat(fixture.events())
        .containsExactly("AttainmentRecorded", "RulesBegun", "AttainmentRecorded", "RulesBegun");
  }

  private RulesBegun rest() throws Exception {
    return Json.mapper().readValue(fixture.lastEvent("RulesBegun").orElseThrow(), RulesBegun.class);
  }

  private void essayEvidencesCleaningAt(String threshold) {
    fixture.execute(
        "update competency.evidence_rule set threshold = %s where competency = '%s'"
                .formatted(threshold, CLEANING)
            + " and line_item_sourced_id = 'essay'");
  }
}
