package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/** From a framework and a score to a signed record that a stranger can verify, over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CASE = "/competency/ims/case/v1p1/";
  private static final String APPLICATION_JSON = "application/json";
  private static final String SIGNED = "application/vc+ld+json";
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  private String framework = "";
  private String amara = "";
  private String shared = "";
  private String credential = "";

  @Test
  @Order(1)
  void a_framework_is_imported_and_served_with_addresses_that_resolve() throws Exception {
    framework = VELLUM.institution().importFramework();
    PublicApi stranger = VELLUM.stranger();

    JsonNode documents = json(stranger.get(CASE + "CFDocuments", APPLICATION_JSON).body());
    assertThat(documents.at("/CFDocuments").findValuesAsText("identifier")).contains(framework);
    JsonNode packaged =
        json(stranger.get(CASE + "CFPackages/" + framework, APPLICATION_JSON).body());
    assertThat(packaged.get("CFItems")).hasSizeGreaterThanOrEqualTo(60);
    for (JsonNode item : packaged.get("CFItems")) {
      String uri = item.get("uri").asText();
      assertThat(uri).startsWith(VELLUM.address().toString());
      JsonNode resolved = json(stranger.get(path(uri), APPLICATION_JSON).body());
      assertThat(resolved.get("uri").asText()).isEqualTo(uri);
    }
  }

  @Test
  @Order(2)
  void learners_courses_and_what_evidences_what_arrive() throws Exception {
    Institution institution = VELLUM.institution();
    JsonNode report = institution.importRoster();
    assertThat(report.toString()).doesNotContain("\"ERROR\"");
    institution.replaceCatalogue();
  }

  @Test
  @Order(3)
  void an_lms_sends_results_and_attainments_stand() throws Exception {
    Institution institution = VELLUM.institution();
    PublicApi lms = institution.connectLms("Story LMS");
    assertThat(institution.sendResults(lms, sent -> {})).isGreaterThan(200);
    Institution.Standing standing = institution.await("learner-amara", 14, 4, ARRIVAL);
    assertThat(standing.attainments()).isEqualTo(14);
    assertThat(standing.completions()).isEqualTo(4);
    amara = standing.learner();

    institution.sendResults(lms, sent -> {});
    assertThat(institution.standing("learner-amara")).contains(standing);
  }

  @Test
  @Order(4)
  void the_registrar_publishes_and_publishing_again_changes_nothing() throws Exception {
    Institution institution = VELLUM.institution();
    JsonNode first = institution.publish(amara);
    assertThat(first.get("outcome").asText()).isEqualTo("published");
    JsonNode again = institution.publish(amara);
    assertThat(again.get("outcome").asText()).isEqualTo("unchanged");
    assertThat(again.get("id")).isEqualTo(first.get("id"));

    JsonNode did = json(VELLUM.stranger().get("/.well-known/did.json", APPLICATION_JSON).body());
    assertThat(did.get("id").asText()).startsWith("did:web:localhost");
    assertThat(did.get("assertionMethod")).isNotEmpty();
  }

  @Test
  @Order(5)
  void a_correction_is_a_new_fact_and_publishing_then_supersedes() throws Exception {
    Institution institution = VELLUM.institution();
    PublicApi lms = institution.connectLms("Correcting LMS");
    Institution.send(
        lms,
        json(
            """
            {"sourcedId": "result-adp320-2-amara", "lineItem": "lineitem-adp320-2",
             "student": "learner-amara", "score": 91, "scoreDate": "2026-11-20",
             "learningObjectives": [{"id": "cb30c0d4-d103-5830-9d83-45bf1ce3aa3b", "score": 91}]}
            """));
    institution.await("learner-amara", 15, 4, ARRIVAL);
    JsonNode second = institution.publish(amara);
    assertThat(second.get("outcome").asText()).isEqualTo("published");
    assertThat(second.get("version").asInt()).isEqualTo(2);
  }

  @Test
  @Order(6)
  void the_learner_shares_and_a_stranger_reads_and_verifies() throws Exception {
    PublicApi learner = VELLUM.signedIn("amara");
    assertThat(learner.get("/my/record", "text/html").body()).contains("Amara");
    shared = makeLink(learner, Map.of("scope", "all"));

    PublicApi stranger = VELLUM.stranger();
    assertThat(stranger.get(shared, "text/html").body()).contains("Amara");
    credential = stranger.get(shared, SIGNED).body();
    JsonNode report = verify(stranger, credential);
    assertThat(verdict(report)).as(report.toPrettyString()).isEqualTo("valid");
    assertThat(learner.get("/my/record", "text/html").body()).contains("Viewed");
  }

  @Test
  @Order(7)
  void one_changed_character_makes_it_invalid_and_the_report_says_where() throws Exception {
    JsonNode record = json(credential);
    ObjectNode achievement =
        (ObjectNode)
            record.at("/credentialSubject/verifiableCredential/0/credentialSubject/achievement");
    achievement.put("name", achievement.get("name").asText() + ".");

    JsonNode report = verify(VELLUM.stranger(), record.toString());

    assertThat(verdict(report)).isEqualTo("invalid");
    assertThat(report.toString()).contains("/credentialSubject/verifiableCredential/0");
  }

  @Test
  @Order(8)
  void a_revoked_record_says_so_with_its_reason() throws Exception {
    String id = json(credential).get("id").asText();
    PublicApi registrar = VELLUM.institution().registrar();
    registrar.postForm(
        "/records/" + amara + "/revocations",
        Map.of(
            "csrf", registrar.csrf().orElse(""),
            "credential", id.substring(id.lastIndexOf('/') + 1),
            "reason", "Issued to the wrong learner"));

    JsonNode report = verify(VELLUM.stranger(), credential);

    assertThat(verdict(report)).isEqualTo("invalid");
    assertThat(report.toString()).contains("Issued to the wrong learner");
  }

  @Test
  @Order(9)
  void a_withdrawn_link_and_a_guessed_one_get_the_same_empty_answer() throws Exception {
    PublicApi learner = VELLUM.signedIn("amara");
    String page = learner.get("/my/record", "text/html").body();
    String withdrawal = page.replaceAll("(?s).*?(/my/shares/[0-9a-f-]+/withdrawal).*", "$1");
    learner.postForm(withdrawal, Map.of("csrf", learner.csrf().orElse("")));

    String withdrawn = refusal(shared);
    assertThat(withdrawn).isEqualTo(refusal("/shares/" + "A".repeat(shared.length() - 8)));
    assertThat(withdrawn).contains("404");
  }

  private static String refusal(String path) {
    try {
      return "shown: " + VELLUM.stranger().get(path, "application/json").body();
    } catch (ApiRefused refused) {
      return refused.status() + " " + refused.reason();
    }
  }

  @Test
  @Order(10)
  void a_machine_without_the_scope_or_without_a_token_is_refused_in_oneroster_s_words()
      throws Exception {
    String path = "/competency/ims/oneroster/gradebook/v1p2/results/x";
    assertThatThrownBy(() -> VELLUM.stranger().put(path, APPLICATION_JSON, "{}"))
        .isInstanceOfSatisfying(
            ApiRefused.class, refused -> assertThat(refused.status()).isEqualTo(401));
  }

  @Test
  @Order(11)
  void the_audit_log_holds_all_of_it_and_is_whole() throws Exception {
    PublicApi admin = VELLUM.signedIn("admin");
    JsonNode audit = json(admin.get("/audit", APPLICATION_JSON).body());
    assertThat(audit.get("intact").asBoolean()).as(audit.toString()).isTrue();
    assertThat(audit.get("position").asInt()).isGreaterThan(20);
    assertThat(admin.get("/audit", "text/html").body()).contains("The audit log is whole");
  }

  private static String makeLink(PublicApi learner, Map<String, String> wish) throws Exception {
    Map<String, String> form = new TreeMap<>(wish);
    form.put("csrf", learner.csrf().orElse(""));
    form.put("expires", java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString());
    learner.postForm("/my/shares", form);
    String page = learner.get("/my/record", "text/html").body();
    String link = page.replaceAll("(?s).*?value=\"(http[^\"]*/shares/[^\"]+)\".*", "$1");
    return path(link);
  }

  private static JsonNode verify(PublicApi api, String document) throws Exception {
    return json(api.post("/verify", SIGNED, document.getBytes(UTF_8)).body());
  }

  private static String verdict(JsonNode report) {
    return report.get("verdict").asText();
  }

  private static String path(String url) {
    return url.substring(VELLUM.address().toString().length());
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
