package org.vellum.competency.lti.ags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.lti.ags.ScoreSteps.aScore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** What is no score (AGS 2.0, section 3.4). */
class RefusedScoresTest {
  static final List<String> WRONG_MEMBERS =
      List.of(
          "userId|null",
          "userId|7",
          "userId|\"\"",
          "scoreGiven|-1",
          "scoreGiven|1e308",
          "scoreGiven|1e-30",
          "scoreGiven|\"8\"",
          "scoreGiven|true",
          "scoreMaximum|null",
          "scoreMaximum|0",
          "scoreMaximum|-10",
          "scoreMaximum|\"10\"",
          "timestamp|null",
          "timestamp|\"2026-05-03\"",
          "timestamp|\"2026-05-03T10:00:00\"",
          "timestamp|\"yesterday\"",
          "timestamp|\"+99999-05-03T10:00:00Z\"",
          "timestamp|\"2026-11-23T12:05:01Z\"",
          "timestamp|1777802400",
          "activityProgress|\"Done\"",
          "activityProgress|null",
          "gradingProgress|\"Graded\"",
          "gradingProgress|null",
          "submission|7",
          "submission|{\"submittedAt\": \"then\"}",
          "comment|7");

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

  @Test
  void what_is_not_as_the_standard_has_it_is_refused_and_not_stored() throws Exception {
    for (String wrong : WRONG_MEMBERS) {
      String member = wrong.substring(0, wrong.indexOf('|'));
      ObjectNode score = aScore(each -> {});
      score.set(member, Json.mapper().readTree(wrong.substring(member.length() + 1)));
      tool.refused(400, score.toString());
    }
    assertThat(lti.institution.facts()).isZero();
    assertThat(lti.count("competency.rejected_result")).isZero();
  }

  @Test
  void what_is_no_object_is_refused() {
    String twice = "{\"userId\": \"a\", \"userId\": \"b\"}";
    String notANumber = "{\"scoreGiven\": NaN}";
    String endless = "{\"scoreGiven\": Infinity}";
    for (String body : List.of("", "[]", "7", twice, notANumber, endless, "{\"a\": 1} {}")) {
      tool.refused(400, body);
    }
  }

  @Test
  void what_was_handed_in_when_the_line_item_was_closed_is_refused_and_what_was_in_time_is_not() {
    lti.execute(
        """
        update competency.lti_line_item
           set starts_at = '2026-04-01T00:00:00Z', ends_at = '2026-05-01T00:00:00Z'
        """);
    for (String time : List.of("2026-03-31T23:59:59Z", "2026-05-01T00:00:00.001Z")) {
      tool.refused(
          403, aScore(score -> score.putObject("submission").put("submittedAt", time)).toString());
    }
    assertThat(lti.institution.facts()).isZero();
    assertThat(
            tool.post(
                    aScore(score ->
                        score.putObject("submission").put("submittedAt", "2026-05-01T00:00:00Z")))
                .getStatus())
        .isEqualTo(204);
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    tool.refused(413, aScore(score -> score.put("comment", "x".repeat(70_000))).toString());
  }
}
