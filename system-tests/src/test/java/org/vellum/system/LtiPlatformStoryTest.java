package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * Vellum is launched from a learning management system, reads its gradebook, and what it read ends
 * in a signed record that a stranger can verify.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LtiPlatformStoryTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final LmsSimulator LMS = LmsSimulator.running();
  private static final String LEARNER = "learner-leilani";
  private static final String COMPETENCY = "Passes a test in the LMS";
  private static final String CLIENT = "vellum-at-lms";
  private static final String DEPLOYMENT = "deployment-7";
  private static final String TOOL = "/competency/lti/tool/";
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  private final RecordSteps record = new RecordSteps(VELLUM, "leilani", "Leilani");
  private String learner = "";
  private long audited;

  private static Wire registrar() throws Exception {
    return Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
  }

  @Test
  @Order(1)
  void a_gradebook_is_read_after_a_launch_and_an_attainment_stands() throws Exception {
    audited = record.auditedEntries();
    VELLUM.institution().importFramework();
    VELLUM.institution().importRoster();
    Wire registrar = registrar();
    String competency = LtiSteps.competency(registrar, COMPETENCY);
    moved(
        registrar.form(
            "/competency/lti/platforms",
            Map.of(
                "name",
                "Story LMS",
                "issuer",
                LMS.origin(),
                "clientId",
                CLIENT,
                "deployment",
                DEPLOYMENT,
                "authUri",
                LMS.origin() + "/auth",
                "tokenUri",
                LMS.origin() + "/token",
                "keysUri",
                LMS.origin() + "/keys")));
    layOut();
    launch(CLIENT, DEPLOYMENT);

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

    Institution.Standing standing = institution.await(LEARNER, before + 1, 0, ARRIVAL);
    assertThat(standing.attainments()).isEqualTo(before + 1);
    learner = standing.learner();
    assertThat(registrar.get(course, Wire.HTML).body()).contains("1, of which 1 are read");
    assertThat(LMS.requests)
        .anySatisfy(request -> assertThat(request).startsWith("GET /item/results?course=9"))
        .anySatisfy(
            request -> assertThat(request).startsWith("POST /token").contains("client_assertion="));
  }

  @Test
  @Order(2)
  void the_registrar_publishes_what_the_lms_reported() throws Exception {
    record.isPublished(learner);
  }

  @Test
  @Order(3)
  void a_stranger_verifies_what_the_learner_shares_and_no_character_can_be_changed()
      throws Exception {
    record.isSharedAndVerified();
    record.isInvalidWithOneChangedCharacter(record.placeOf(COMPETENCY));
  }

  @Test
  @Order(4)
  void the_record_is_revoked_and_its_link_withdrawn() throws Exception {
    record.isRevoked(learner);
    record.isWithdrawn();
  }

  @Test
  @Order(5)
  void the_audit_log_grew_by_it_and_is_whole() throws Exception {
    assertThat(record.auditedEntries()).isGreaterThan(audited + 5);
  }

  @Test
  @Order(6)
  void vellum_registers_itself_at_an_lms_that_invites_it_and_is_launched_from_there()
      throws Exception {
    LMS.says("/configuration", configuration());
    LMS.says(
        "/register",
        "{\"client_id\": \"given-by-lms\", \"%s\": {\"deployment_id\": \"deployment-8\"}}"
            .formatted(LtiSteps.TOOL_CONFIGURATION));
    Wire registrar = registrar();
    Map<String, String> invitation =
        Map.of(
            "openid_configuration", LMS.origin() + "/configuration", "registration_token", "once");
    String page =
        registrar.get(TOOL + "registration" + LtiSteps.query(invitation), Wire.HTML).body();
    assertThat(page).contains(LMS.origin() + "/configuration");
    assertThat(LMS.requests)
        .as("before a registrar said yes")
        .noneMatch(LtiPlatformStoryTest::isRegistration);
    moved(
        registrar.form(
            TOOL + "registration",
            Map.of("configuration", LMS.origin() + "/configuration", "token", "once")));

    assertThat(LMS.requests)
        .filteredOn(LtiPlatformStoryTest::isRegistration)
        .singleElement()
        .satisfies(request ->
            assertThat(request)
                .contains(VELLUM.address() + TOOL + "login", VELLUM.address() + "/oauth/keys"));
    assertThat(registrar.get("/competency/lti/platforms", Wire.HTML).body())
        .contains("localhost (simulated)", "given-by-lms");
    launch("given-by-lms", "deployment-8");
  }

  private static boolean isRegistration(String request) {
    return request.startsWith("POST /register ");
  }

  private static String configuration() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/keys", "registration_endpoint": "%1$s/register",
     "https://purl.imsglobal.org/spec/lti-platform-configuration":
       {"product_family_code": "simulated"}}
    """
        .formatted(LMS.origin());
  }

  private static void layOut() {
    LMS.says("/token", "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}");
    LMS.says(
        "/members?course=9",
        """
        {"id": "m", "context": {"id": "9"}, "members": [{"user_id": "u-1", "status": "Active",
          "lis_person_sourcedid": "learner-leilani", "roles": ["Learner"]}]}
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

  private static void launch(String client, String deployment) throws Exception {
    Wire browser = Wire.to(VELLUM.address());
    HttpResponse<String> begun =
        browser.form(
            TOOL + "login",
            Map.of(
                "iss",
                LMS.origin(),
                "client_id",
                client,
                "login_hint",
                "u-9",
                "target_link_uri",
                VELLUM.address() + TOOL + "launch"));
    Map<String, String> asked = LtiSteps.query(begun);
    assertThat(asked).containsEntry("login_hint", "u-9").containsKeys("nonce", "state");
    String token = LMS.sign(message(client, deployment, asked.getOrDefault("nonce", "")));
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

  private static ObjectNode message(String client, String deployment, String nonce) {
    long now = Instant.now().getEpochSecond();
    ObjectNode message = Wire.MAPPER.createObjectNode();
    message.put("iss", LMS.origin()).put("aud", client).put("sub", "u-9");
    message.put("nonce", nonce).put("iat", now).put("exp", now + 600);
    message.put(LtiSteps.CLAIM + "version", "1.3.0");
    message.put(LtiSteps.CLAIM + "message_type", "LtiResourceLinkRequest");
    message.put(LtiSteps.CLAIM + "deployment_id", deployment);
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
