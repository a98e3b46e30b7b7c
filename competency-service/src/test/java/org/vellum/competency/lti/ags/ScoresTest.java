package org.vellum.competency.lti.ags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.lti.ags.ScoreSteps.aScore;
import static org.vellum.competency.lti.ags.ScoreSteps.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.MapIdentifier;
import org.vellum.competency.evaluation.Mapping;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.RejectedResults;
import org.vellum.competency.evaluation.Rejection;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

/** Scores and results (AGS 2.0, sections 3.3 and 3.4). */
class ScoresTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final LtiFixture lti = new LtiFixture(database);
  private final ScoreSteps tool = new ScoreSteps(lti);

  @BeforeEach
  void founded() {
    lti.found();
  }

  private JsonNode result() {
    return tool.results(ADA.toString()).path(0);
  }

  @Test
  void a_score_becomes_a_fact_and_the_competency_is_attained() {
    assertThat(tool.post(aScore(score -> {})).getStatus()).isEqualTo(204);
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(result().path("resultScore").decimalValue()).isEqualByComparingTo("8");
    assertThat(result().path("resultMaximum").decimalValue()).isEqualByComparingTo("10");
    assertThat(result().path("userId").textValue()).isEqualTo(ADA.toString());
    assertThat(result().path("comment").textValue()).isEqualTo("Well done");
    assertThat(result().path("id").textValue())
        .isEqualTo(result().path("scoreOf").textValue() + "/results/" + ADA);
    assertThat(result().path("scoreOf").textValue())
        .isEqualTo(
            "http://localhost:9080/competency/lti/contexts/%s/lineitems/%s"
                .formatted(lti.context, lti.lineItem));
  }

  @Test
  void a_score_that_is_not_newer_is_refused_and_the_newer_one_stands() {
    tool.post(aScore(score -> {}));
    tool.refused(
        409, at("2026-05-03T10:00:00.123455Z", score -> score.put("scoreGiven", 1)).toString());
    tool.refused(
        409, at("2026-05-03T10:00:00.123456Z", score -> score.put("scoreGiven", 1)).toString());
    tool.refused(
        409,
        at("2026-05-03T12:00:00.123456+02:00", score -> score.put("scoreGiven", 1)).toString());
    assertThat(result().path("resultScore").decimalValue()).isEqualByComparingTo("8");
    assertThat(lti.institution.facts()).isEqualTo(1);
  }

  @Test
  void a_tool_that_repeats_itself_is_told_the_same_and_nothing_changes() {
    tool.post(aScore(score -> {}));
    ObjectNode otherDigits =
        aScore(score -> {
          score.put("scoreGiven", new BigDecimal("8.00"));
          score.put("timestamp", "2026-05-03T12:00:00.123456+02:00");
        });
    assertThat(tool.post(otherDigits).getStatus()).isEqualTo(204);
    assertThat(lti.institution.facts()).isEqualTo(1);
  }

  @Test
  void a_millionth_of_a_second_is_newer() {
    tool.post(aScore(score -> {}));
    tool.post(at("2026-05-03T10:00:00.123457Z", score -> score.put("scoreGiven", 5)));
    assertThat(result().path("resultScore").decimalValue()).isEqualByComparingTo("5");
    assertThat(lti.institution.standing(ADA)).isEmpty();
  }

  @Test
  void a_score_without_a_value_clears_the_grade_and_an_absent_comment_the_comment() {
    tool.post(aScore(score -> {}));
    tool.post(
        at(
            "2026-05-04T10:00:00Z",
            score -> {
              score.putNull("scoreGiven");
              score.remove("comment");
            }));
    assertThat(result().has("resultScore")).isFalse();
    assertThat(result().has("comment")).isFalse();
    assertThat(lti.institution.standing(ADA)).isEmpty();
  }

  @Test
  void the_gesture_that_deletes_takes_the_result_back_and_it_may_come_again() {
    tool.post(aScore(score -> {}));
    tool.post(
        at(
            "2026-05-04T10:00:00Z",
            score -> {
              score.remove("scoreGiven");
              score.put("activityProgress", "Initialized").put("gradingProgress", "NotReady");
            }));
    assertThat(tool.results(ADA.toString())).isEmpty();
    tool.refused(409, at("2026-05-03T11:00:00Z", score -> {}).toString());
    tool.post(at("2026-05-05T10:00:00Z", score -> {}));
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void only_what_is_fully_graded_decides_and_is_shown() {
    for (String grading : List.of("Pending", "PendingManual", "Failed", "NotReady")) {
      tool.post(
          at(
              "2026-05-0%dT10:00:00Z".formatted(1 + grading.length() % 9),
              score -> score.put("gradingProgress", grading)));
      assertThat(result().has("resultScore")).as(grading).isFalse();
      assertThat(lti.institution.standing(ADA)).isEmpty();
      lti.execute(
          "set session_replication_role = replica;"
              + "truncate competency.evaluation_result cascade;"
              + "set session_replication_role = origin;");
    }
  }

  @Test
  void another_scale_is_rescaled_without_crossing_the_threshold() {
    // 0.7 of the scale is enough. Two thirds are not, and neither is the greatest share below 0.7.
    tool.post(
        at("2026-05-01T10:00:00Z", score -> score.put("scoreGiven", 2).put("scoreMaximum", 3)));
    assertThat(lti.institution.standing(ADA)).isEmpty();
    tool.post(
        at(
            "2026-05-02T10:00:00Z",
            score ->
                score
                    .put("scoreGiven", new BigDecimal("699999999.99999999999999999999"))
                    .put("scoreMaximum", 1_000_000_000)));
    assertThat(lti.institution.standing(ADA)).isEmpty();
    tool.post(
        at("2026-05-03T10:00:00Z", score -> score.put("scoreGiven", 21).put("scoreMaximum", 30)));
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(result().path("resultScore").decimalValue()).isEqualByComparingTo("7");
    assertThat(lti.institution.results.history(ADA))
        .filteredOn(entry -> entry.state().equals("in force"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.asGiven()).contains("21 of 30"));
  }

  @Test
  void more_than_the_maximum_counts_as_the_maximum_and_is_read_back_as_sent() {
    tool.post(aScore(score -> score.put("scoreGiven", 12)));
    assertThat(result().path("resultScore").decimalValue()).isEqualByComparingTo("12");
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_user_whom_the_class_does_not_have_is_refused_and_a_registrar_sees_it() {
    tool.refused(404, aScore(score -> score.put("userId", "nobody")).toString());
    assertThat(lti.institution.facts()).isZero();
    assertThat(lti.count("competency.rejected_result where reason = 'unknown-learner'"))
        .isEqualTo(1);
    lti.execute("update competency.enrollment set class_sourced_id = 'class-1', active = false");
    assertThat(tool.post(aScore(score -> {})).getStatus()).as("who was in it once").isEqualTo(204);
  }

  @Test
  void a_refused_score_is_stored_and_judged_once_a_registrar_has_said_who_is_meant()
      throws Exception {
    tool.refused(404, aScore(score -> score.put("userId", "s-9")).toString());
    RejectedResults.Filter open =
        new RejectedResults.Filter("open", Optional.empty(), Optional.empty());
    Rejection waiting = lti.institution.rejected.list(open, 10, 0).getFirst();
    assertThat(waiting.sentence()).isEqualTo("The roster knows no learner “s-9”.");
    Mapping meant = new Mapping(lti.tool.clientId(), Mapping.Kind.LEARNER, "s-9", "ada");
    assertThat(lti.institution.map(meant)).isInstanceOf(MapIdentifier.Result.Mapped.class);

    assertThat(lti.institution.replay(waiting.id()).orElseThrow())
        .isInstanceOf(Recorded.Stored.class);
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(lti.institution.rejected.list(open, 10, 0)).isEmpty();
    assertThat(tool.results(null)).hasSize(1);
  }

  @Test
  void another_tool_neither_scores_nor_reads_here() {
    var other = (RegisterTool.Result.Registered) lti.register(LtiFixture.KEY, "Other", false);
    ScoresResource foreign = lti.calledBy(other.tool().clientId(), ScoresResource.class);
    assertThatThrownBy(() ->
            foreign.post(
                lti.context.toString(),
                lti.lineItem.toString(),
                LtiFixture.stream(aScore(score -> {}).toString())))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() ->
            foreign.results(lti.context.toString(), lti.lineItem.toString(), null, null, null))
        .isInstanceOf(ProblemException.class);
    assertThat(lti.institution.facts()).isZero();
  }

  @Test
  void results_are_read_page_by_page_and_of_one_user() {
    tool.post(aScore(score -> {}));
    tool.post(aScore(score -> score.put("userId", LtiFixture.BEA.toString()).put("scoreGiven", 3)));
    ScoresResource resource = lti.calledBy(lti.tool.clientId(), ScoresResource.class);
    Response first =
        resource.results(lti.context.toString(), lti.lineItem.toString(), null, "1", null);
    assertThat(LtiFixture.json(first).findValuesAsText("userId")).containsExactly(ADA.toString());
    String link = first.getHeaderString("Link");
    assertThat(link).endsWith(">; rel=\"next\"").contains("/results?", "limit=1");
    String after = link.replaceAll(".*after=([0-9a-f-]+).*", "$1");
    Response second =
        resource.results(lti.context.toString(), lti.lineItem.toString(), null, "1", after);
    assertThat(LtiFixture.json(second).findValuesAsText("userId"))
        .containsExactly(LtiFixture.BEA.toString());
    assertThat(second.getHeaderString("Link")).isNull();
    assertThat(tool.results("nobody")).isEmpty();
    assertThat(tool.results(LtiFixture.BEA.toString())).hasSize(1);
    assertThat(
            resource
                .result(lti.context.toString(), lti.lineItem.toString(), ADA.toString())
                .path("userId")
                .textValue())
        .isEqualTo(ADA.toString());
  }

  @Test
  void results_of_before_are_told_on_the_scale_of_today() {
    tool.post(aScore(score -> {}));
    lti.execute(
        "update competency.line_item set result_value_max = 100 where sourced_id like 'lti-%'");
    assertThat(result().path("resultScore").decimalValue()).isEqualByComparingTo("80");
  }

  @Test
  void the_order_of_arrival_changes_nothing() {
    List<String> days = List.of("2026-05-02T10:00:00Z", "2026-05-01T10:00:00Z");
    tool.post(at(days.get(0), score -> score.put("scoreGiven", 9)));
    tool.refused(409, at(days.get(1), score -> score.put("scoreGiven", 1)).toString());
    assertThat(lti.institution.standing(EvaluationFixture.ADA)).containsExactly("Cleans data");
  }
}
