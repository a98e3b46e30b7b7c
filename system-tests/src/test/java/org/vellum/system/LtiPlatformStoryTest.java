package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/**
 * Vellum is launched from a learning management system, reads its gradebook and keeps the record.
 */
class LtiPlatformStoryTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final LmsSimulator LMS = LmsSimulator.running();
  private static final String LEARNER = "learner-priya";
  private static final String TOOL = "/competency/lti/tool/";
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  @Test
  void a_gradebook_is_read_after_a_launch_and_ends_in_the_record() throws Exception {
    VELLUM.institution().importFramework();
    VELLUM.institution().importRoster();
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    String competency = LtiSteps.competency(registrar, "Passes a test in the LMS");
    moved(
        registrar.form(
            "/competency/lti/platforms",
            Map.of(
                "name",
                "Story LMS",
                "issuer",
                LMS.origin(),
                "clientId",
                "vellum-at-lms",
                "deployment",
                "deployment-7",
                "authUri",
                LMS.origin() + "/auth",
                "tokenUri",
                LMS.origin() + "/token",
                "keysUri",
                LMS.origin() + "/keys")));
    layOut();
    launch();

    String page = registrar.get("/competency/lti/platforms", Wire.HTML).body();
    String course = page.replaceAll("(?s).*?(/competency/lti/courses/[0-9a-f-]+).*", "$1");
    moved(registrar.form(course + "/reading", Map.of()));
    moved(registrar.form(course + "/class", Map.of("class", "class-adp110-1")));
    String items = registrar.get(course, Wire.HTML).body();
    String mapping =
        items.replaceAll("(?s).*?(" + course + "/line-items/[0-9a-f-]+/mapping).*", "$1");
    moved(registrar.form(mapping, Map.of("competency", competency, "threshold", "0.6")));
    Institution institution = VELLUM.institution();
    int before = institution.standing(LEARNER).map(Institution.Standing::attainments).orElse(0);
    moved(registrar.form(course + "/reading", Map.of()));

    assertThat(institution.await(LEARNER, before + 1, 0, ARRIVAL).attainments())
        .isEqualTo(before + 1);
    assertThat(registrar.get(course, Wire.HTML).body()).contains("1, of which 1 are read");
    assertThat(LMS.requests)
        .anySatisfy(request -> assertThat(request).startsWith("GET /item/results?course=9"))
        .anySatisfy(
            request -> assertThat(request).startsWith("POST /token").contains("client_assertion="));
  }

  private static void layOut() {
    LMS.says("/token", "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}");
    LMS.says(
        "/members?course=9",
        """
        {"id": "m", "context": {"id": "9"}, "members": [{"user_id": "u-1", "status": "Active",
          "lis_person_sourcedid": "learner-priya", "roles": ["Learner"]}]}
        """);
    LMS.says(
        "/items?course=9",
        "[{\"id\": \"%s/item?course=9\", \"label\": \"Test\", \"scoreMaximum\": 20}]"
            .formatted(LMS.origin()));
    LMS.says("/item/results?course=9", "[]", "/item/results?course=9&page=2");
    LMS.says(
        "/item/results?course=9&page=2",
        "[{\"id\": \"r\", \"userId\": \"u-1\", \"resultScore\": 14, \"resultMaximum\": 20}]");
  }

  private static void launch() throws Exception {
    Wire browser = Wire.to(VELLUM.address());
    HttpResponse<String> begun =
        browser.form(
            TOOL + "login",
            Map.of(
                "iss",
                LMS.origin(),
                "client_id",
                "vellum-at-lms",
                "login_hint",
                "u-9",
                "target_link_uri",
                VELLUM.address() + TOOL + "launch"));
    Map<String, String> asked = LtiSteps.query(begun);
    assertThat(asked).containsEntry("login_hint", "u-9").containsKeys("nonce", "state");
    String token = LMS.sign(message(asked.getOrDefault("nonce", "")));
    Map<String, String> fields =
        Map.of("id_token", token, "state", asked.getOrDefault("state", ""));

    assertThat(Wire.to(VELLUM.address()).form(TOOL + "launch", fields).statusCode())
        .as("from another browser")
        .isEqualTo(400);
    HttpResponse<String> launched = browser.form(TOOL + "launch", fields);
    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(200);
    assertThat(launched.body()).contains("Course nine");
    assertThat(browser.form(TOOL + "launch", fields).statusCode()).as("again").isEqualTo(400);
  }

  private static ObjectNode message(String nonce) {
    long now = Instant.now().getEpochSecond();
    ObjectNode message = Wire.MAPPER.createObjectNode();
    message.put("iss", LMS.origin()).put("aud", "vellum-at-lms").put("sub", "u-9");
    message.put("nonce", nonce).put("iat", now).put("exp", now + 600);
    message.put(LtiSteps.CLAIM + "version", "1.3.0");
    message.put(LtiSteps.CLAIM + "message_type", "LtiResourceLinkRequest");
    message.put(LtiSteps.CLAIM + "deployment_id", "deployment-7");
    message.put(LtiSteps.CLAIM + "target_link_uri", VELLUM.address() + TOOL + "launch");
    message.putObject(LtiSteps.CLAIM + "resource_link").put("id", "link-1");
    message
        .putArray(LtiSteps.CLAIM + "roles")
        .add("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor");
    message.putObject(LtiSteps.CLAIM + "context").put("id", "9").put("title", "Course nine");
    ObjectNode endpoint =
        message.putObject("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint");
    endpoint.put("lineitems", LMS.origin() + "/items?course=9");
    endpoint
        .putArray("scope")
        .add("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly");
    message
        .putObject("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice")
        .put("context_memberships_url", LMS.origin() + "/members?course=9");
    return message;
  }

  private static void moved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }
}
