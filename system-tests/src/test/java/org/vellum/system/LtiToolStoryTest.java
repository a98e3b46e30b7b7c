package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/** A tool that is launched from Vellum sends a score, and it ends in a learner's record. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LtiToolStoryTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String LEARNER = "learner-samuel";
  private static final String LINKS = "/competency/lti/links";
  private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";
  private static final LmsSimulator SIMULATOR = LmsSimulator.running();
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  private String client = "";
  private String lineItem = "";
  private String user = "";

  private static String redirect() {
    return SIMULATOR.origin() + "/launch";
  }

  private static Wire person(String name) throws Exception {
    return Wire.signedIn(VELLUM.address(), name, VELLUM.password(name));
  }

  @Test
  @Order(1)
  void content_that_is_chosen_in_the_tool_is_placed_as_evidence_of_a_competency() throws Exception {
    VELLUM.institution().importFramework();
    VELLUM.institution().importRoster();
    Wire registrar = person("registrar");
    String competency = LtiSteps.competency(registrar, "Answers a quiz over LTI");
    HttpResponse<String> registered =
        registrar.form(
            "/competency/lti/tools",
            Map.of(
                "name",
                "Story quiz",
                "login",
                SIMULATOR.origin() + "/login",
                "target",
                SIMULATOR.origin() + "/start",
                "redirects",
                redirect(),
                "deepLinking",
                SIMULATOR.origin() + "/choose",
                "keys",
                SIMULATOR.keySet()));
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(303);
    String page = registrar.get("/competency/lti/tools", Wire.HTML).body();
    String row = page.substring(page.indexOf("\"Name\">Story quiz"));
    client = row.replaceAll("(?s).*?<code>([0-9a-f-]{36})</code>.*", "$1");
    String deployment =
        row.replaceAll("(?s).*?<code>[0-9a-f-]{36}</code>.*?<code>([0-9a-f-]{36})</code>.*", "$1");

    ObjectNode asked =
        LtiSteps.launched(
            registrar,
            "/competency/lti/choice"
                + LtiSteps.query(
                    Map.of(
                        "deployment",
                        deployment,
                        "class",
                        "class-adp310-1",
                        "competency",
                        competency,
                        "threshold",
                        "0.8")),
            redirect());
    assertThat(asked.path(LtiSteps.CLAIM + "message_type").asText())
        .isEqualTo("LtiDeepLinkingRequest");
    HttpResponse<String> placed =
        Wire.to(VELLUM.address())
            .form("/competency/lti/deep-links", Map.of("JWT", SIMULATOR.sign(chosen(asked))));
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(303);
  }

  private ObjectNode chosen(ObjectNode asked) {
    long now = Instant.now().getEpochSecond();
    ObjectNode answer = Wire.MAPPER.createObjectNode();
    answer.put("iss", client).put("aud", asked.path("iss").asText()).put("nonce", "n");
    answer.put("iat", now).put("exp", now + 300);
    answer.put(LtiSteps.CLAIM + "version", "1.3.0");
    answer.put(LtiSteps.CLAIM + "message_type", "LtiDeepLinkingResponse");
    answer.set(LtiSteps.CLAIM + "deployment_id", asked.get(LtiSteps.CLAIM + "deployment_id"));
    answer.set(
        DEEP_LINKING + "data", asked.path(DEEP_LINKING + "deep_linking_settings").path("data"));
    ObjectNode item = answer.putArray(DEEP_LINKING + "content_items").addObject();
    item.put("type", "ltiResourceLink").put("title", "Story quiz 1");
    item.putObject("lineItem").put("scoreMaximum", 50);
    return answer;
  }

  @Test
  @Order(2)
  void a_learner_launches_it_and_the_tool_learns_who_comes_and_where_to_send_the_score()
      throws Exception {
    Wire learner = person("samuel");
    String page = learner.get(LINKS, Wire.HTML).body();
    String launch =
        page.replaceAll("(?s).*?(/competency/lti/launches/[0-9a-f-]+)\">Story quiz 1.*", "$1");
    ObjectNode message = LtiSteps.launched(learner, launch, redirect());
    assertThat(message.path(LtiSteps.CLAIM + "roles").toString()).contains("#Learner");
    lineItem = LtiSteps.path(message.path(LtiSteps.ENDPOINT).path("lineitem"), VELLUM.address());
    user = message.path("sub").asText();
    assertThat(person("mateo").get(LINKS, Wire.HTML).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void a_score_of_the_tool_becomes_an_attainment_and_is_published() throws Exception {
    Institution institution = VELLUM.institution();
    int before = institution.standing(LEARNER).map(Institution.Standing::attainments).orElse(0);
    HttpResponse<String> answer =
        tool(LtiSteps.SCORE).post(scores(), LtiSteps.SCORE_TYPE, score(9, 10));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

    Institution.Standing standing = institution.await(LEARNER, before + 1, 0, ARRIVAL);
    JsonNode published = institution.publish(standing.learner());
    assertThat(published.path("outcome").asText()).isEqualTo("published");

    JsonNode results =
        Wire.MAPPER.readTree(tool(LtiSteps.RESULTS).get(lineItem + "/results", Wire.JSON).body());
    assertThat(results.path(0).path("resultScore").decimalValue()).isEqualByComparingTo("45");
    assertThat(results.path(0).path("resultMaximum").decimalValue()).isEqualByComparingTo("50");
  }

  @Test
  @Order(4)
  void a_tool_that_cannot_be_trusted_gets_the_standard_s_error() throws Exception {
    Wire tool = Wire.to(VELLUM.address());
    String endpoint = VELLUM.address() + "/oauth/token";
    String once = SIMULATOR.sign(LtiSteps.assertion(client, endpoint));
    assertThat(LtiSteps.token(tool, once, LtiSteps.SCORE).statusCode()).isEqualTo(200);
    refused(LtiSteps.token(tool, once, LtiSteps.SCORE));
    refused(
        LtiSteps.token(
            tool,
            SIMULATOR.sign(LtiSteps.assertion(client, "https://other.example/token")),
            LtiSteps.SCORE));
    ObjectNode expired = LtiSteps.assertion(client, endpoint);
    expired.put("exp", expired.path("iat").asLong() - 600);
    refused(LtiSteps.token(tool, SIMULATOR.sign(expired), LtiSteps.SCORE));
    String unsigned = LmsSimulator.unsigned(LtiSteps.assertion(client, endpoint));
    assertThat(LtiSteps.token(tool, unsigned, LtiSteps.SCORE).statusCode()).isIn(400, 401);
  }

  private static void refused(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(Wire.MAPPER.readTree(answer.body()).path("error").asText())
        .isEqualTo("invalid_client");
  }

  @Test
  @Order(5)
  void scores_without_scope_token_order_or_sense_are_refused() throws Exception {
    HttpResponse<String> stranger =
        Wire.to(VELLUM.address()).post(scores(), LtiSteps.SCORE_TYPE, score(1, 10));
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    Wire reader = tool(LtiSteps.RESULTS);
    assertThat(reader.post(scores(), LtiSteps.SCORE_TYPE, score(1, 10)).statusCode())
        .isEqualTo(403);
    Wire scorer = tool(LtiSteps.SCORE);
    assertThat(
            scorer
                .post(scores(), LtiSteps.SCORE_TYPE, at("2020-01-01T00:00:00.000Z", 1, 10))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            scorer
                .post(scores(), LtiSteps.SCORE_TYPE, at("2999-01-01T00:00:00.000Z", 1, 10))
                .statusCode())
        .isEqualTo(400);
    assertThat(scorer.post(scores(), LtiSteps.SCORE_TYPE, score(-1, 10)).statusCode())
        .isEqualTo(400);
    HttpResponse<String> wrong =
        scorer.post(
            scores(), LtiSteps.SCORE_TYPE, BodyPublishers.ofString("{\"scoreGiven\": NaN}"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  private String scores() {
    return lineItem + "/scores";
  }

  private Wire tool(String scope) throws Exception {
    return LtiSteps.tool(VELLUM.address(), client, scope);
  }

  private BodyPublisher score(int given, int maximum) {
    return at(Instant.now().toString(), given, maximum);
  }

  private BodyPublisher at(String time, int given, int maximum) {
    return BodyPublishers.ofString(LtiSteps.score(user, time, given, maximum));
  }
}
