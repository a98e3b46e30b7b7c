package org.vellum.competency.lti.ags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.platform.problem.ProblemException;

/** What the tool does with scores on its line item. */
record ScoreSteps(LtiFixture lti) {
  static ObjectNode aScore(Consumer<ObjectNode> change) {
    ObjectNode score =
        LtiFixture.object(
            """
            {"userId": "%s", "scoreGiven": 8, "scoreMaximum": 10, "comment": "Well done",
             "timestamp": "2026-05-03T10:00:00.123456Z", "activityProgress": "Completed",
             "gradingProgress": "FullyGraded", "https://tool.example/attempt": 2}
            """
                .formatted(ADA));
    change.accept(score);
    return score;
  }

  static ObjectNode at(String timestamp, Consumer<ObjectNode> change) {
    return aScore(score -> {
      score.put("timestamp", timestamp);
      change.accept(score);
    });
  }

  Response post(String body) {
    return lti.calledBy(lti.tool.clientId(), ScoresResource.class)
        .post(lti.context.toString(), lti.lineItem.toString(), LtiFixture.stream(body));
  }

  Response post(ObjectNode score) {
    return post(score.toString());
  }

  void refused(int status, String body) {
    assertThatThrownBy(() -> post(body))
        .as(body)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(status));
  }

  JsonNode results(@Nullable String user) {
    Response answer =
        lti.calledBy(lti.tool.clientId(), ScoresResource.class)
            .results(lti.context.toString(), lti.lineItem.toString(), user, null, null);
    return LtiFixture.json(answer);
  }
}
