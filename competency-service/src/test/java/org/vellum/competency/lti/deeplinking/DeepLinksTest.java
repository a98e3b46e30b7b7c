package org.vellum.competency.lti.deeplinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.competency.lti.TestKey;
import org.vellum.competency.lti.launch.Launch;
import org.vellum.competency.lti.launch.Launches;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

/** What tools answer after content was chosen (Deep Linking 2.0, section 4.5). */
class DeepLinksTest {
  private static final String DATA = "data-of-this-choice";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);

  @BeforeEach
  void a_choice_was_begun() {
    lti.found();
    begin(
        Optional.of(new PutLineItem.Evidences(EvaluationFixture.CLEANING, new BigDecimal("0.5"))));
  }

  private void begin(Optional<PutLineItem.Evidences> evidences) {
    lti.execute("truncate competency.lti_deep_linking");
    lti.assembly
        .get(Launches.class)
        .ask(
            DATA,
            new Launch(
                "cleo",
                lti.tool.clientId(),
                lti.deployment,
                lti.context,
                Optional.<UUID>empty(),
                evidences),
            EvaluationFixture.NOW);
  }

  private ObjectNode message(Consumer<ObjectNode> change) {
    long now = EvaluationFixture.NOW.getEpochSecond();
    ObjectNode message =
        LtiFixture.object(
            """
            {"iss": "%1$s", "aud": "http://localhost:9080", "nonce": "n", "iat": %2$d,
             "exp": %3$d, "%4$sdeployment_id": "%5$s", "%4$sversion": "1.3.0",
             "%4$smessage_type": "LtiDeepLinkingResponse", "%6$sdata": "%7$s",
             "%6$scontent_items": [{"type": "ltiResourceLink", "title": "Quiz 2",
               "url": "https://tool.example/quiz/2", "custom": {"quiz": "2"},
               "lineItem": {"label": "Quiz 2 score", "scoreMaximum": 20, "tag": "t",
                 "resourceId": "q2"}}]}
            """
                .formatted(
                    lti.tool.clientId(),
                    now,
                    now + 60,
                    Lti.CLAIM,
                    lti.deployment,
                    Lti.DEEP_LINKING,
                    DATA));
    change.accept(message);
    return message;
  }

  private String placed(String jwt) {
    return lti.assembly.make(DeepLinksResource.class).placed(jwt);
  }

  private void refused(String why, String jwt) {
    assertThatThrownBy(() -> placed(jwt))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().detail()).contains(why));
    assertThat(lti.count("competency.lti_resource_link")).isEqualTo(1);
  }

  @Test
  void the_content_becomes_a_link_with_a_line_item_that_evidences_the_competency() {
    assertThat(placed(LtiFixture.KEY.sign(message(each -> {})))).isEqualTo("The link is placed.");
    assertThat(lti.items())
        .anySatisfy(item -> {
          assertThat(item.label()).isEqualTo("Quiz 2 score");
          assertThat(item.scoreMaximum()).isEqualByComparingTo("20");
          assertThat(item.tag()).contains("t");
          assertThat(item.resourceId()).contains("q2");
          assertThat(item.resourceLink()).isPresent();
        });
    assertThat(
            lti.count(
                "competency.evidence_rule r join competency.line_item l"
                    + " on l.sourced_id = r.line_item_sourced_id where l.title = 'Quiz 2 score'"
                    + " and r.threshold = 0.5 and r.competency = '"
                    + EvaluationFixture.CLEANING
                    + "'"))
        .isEqualTo(1);
    assertThat(
            lti.count(
                "competency.line_item_objective where source = 'case' and active"
                    + " and learning_objective_id = '"
                    + EvaluationFixture.CLEANING
                    + "'"))
        .as("of the first link, and of this")
        .isEqualTo(2);
  }

  @Test
  void a_choice_is_placed_once() {
    placed(LtiFixture.KEY.sign(message(each -> {})));
    assertThatThrownBy(() -> placed(LtiFixture.KEY.sign(message(each -> {}))))
        .hasMessage("Choice refused");
    assertThat(lti.count("competency.lti_resource_link")).isEqualTo(2);
  }

  @Test
  void content_without_a_line_item_is_scored_up_to_100_where_it_evidences_something() {
    placed(
        LtiFixture.KEY.sign(
            message(each ->
                ((ObjectNode) each.path(Lti.DEEP_LINKING + "content_items").path(0))
                    .remove("lineItem"))));
    assertThat(lti.items())
        .anySatisfy(item -> assertThat(item.scoreMaximum()).isEqualByComparingTo("100"));
  }

  @Test
  void a_message_that_nobody_can_trust_places_nothing() {
    ObjectNode message = message(each -> {});
    refused("not signed with a key of the tool", new TestKey("tool-key").sign(message));
    refused("signed with a key pair", TestKey.unsigned(message));
    refused("signed with a key pair", LtiFixture.KEY.confuse(message));
    refused("signed with a key pair", "nothing");
    refused("of no tool", LtiFixture.KEY.sign(message(each -> each.put("iss", "x"))));
    refused("another platform", LtiFixture.KEY.sign(message(m -> m.put("aud", "https://o"))));
    refused("no nonce", LtiFixture.KEY.sign(message(m -> m.remove("nonce"))));
    refused("expired", LtiFixture.KEY.sign(message(m -> m.put("exp", 1))));
    refused(
        "another kind", LtiFixture.KEY.sign(message(m -> m.put(Lti.CLAIM + "message_type", "x"))));
    refused(
        "another version", LtiFixture.KEY.sign(message(m -> m.put(Lti.CLAIM + "version", "1"))));
  }

  @Test
  void a_choice_that_was_never_begun_or_for_another_deployment_places_nothing() {
    refused(
        "never begun",
        LtiFixture.KEY.sign(message(m -> m.put(Lti.DEEP_LINKING + "data", "guessed"))));
    refused(
        "never begun",
        LtiFixture.KEY.sign(message(m -> m.put(Lti.CLAIM + "deployment_id", "other"))));
    lti.execute("update competency.lti_deep_linking set begun_at = begun_at - interval '3 hours'");
    refused("never begun", LtiFixture.KEY.sign(message(m -> {})));
  }

  @Test
  void what_cannot_be_placed_is_refused_with_the_tools_own_words_where_it_has_any() {
    String items = Lti.DEEP_LINKING + "content_items";
    refused("Nothing was chosen", LtiFixture.KEY.sign(message(m -> m.putArray(items))));
    refused(
        "Sorry",
        LtiFixture.KEY.sign(
            message(m -> m.put(Lti.DEEP_LINKING + "errormsg", "Sorry").putArray(items))));
    refused(
        "no content of the tool",
        LtiFixture.KEY.sign(
            message(m -> m.putArray(items).addObject().put("type", "link").put("url", "x"))));
    refused(
        "no content of the tool",
        LtiFixture.KEY.sign(
            message(m -> ((ObjectNode) m.path(items).path(0)).put("url", "javascript:alert(1)"))));
    refused(
        "no content of the tool",
        LtiFixture.KEY.sign(
            message(m ->
                ((ObjectNode) m.path(items).path(0).path("lineItem")).put("scoreMaximum", -1))));
  }

  @Test
  void several_are_placed_unless_one_is_to_evidence_a_competency() {
    String items = Lti.DEEP_LINKING + "content_items";
    Consumer<ObjectNode> twice =
        message ->
            message.withArray(items).addObject().put("type", "ltiResourceLink").put("title", "B");
    refused("several were chosen", LtiFixture.KEY.sign(message(twice)));
    begin(Optional.empty());
    assertThat(placed(LtiFixture.KEY.sign(message(twice)))).isEqualTo("2 links are placed.");
  }
}
