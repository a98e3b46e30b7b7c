package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
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
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  private final RecordSteps record = new RecordSteps(VELLUM, "amara", "Amara");
  private String framework = "";
  private String amara = "";

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
    record.isPublished(amara);
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
    record.isSharedAndVerified();
  }

  @Test
  @Order(7)
  void one_changed_character_makes_it_invalid_and_the_report_says_where() throws Exception {
    record.isInvalidWithOneChangedCharacter(0);
  }

  @Test
  @Order(8)
  void a_revoked_record_says_so_with_its_reason() throws Exception {
    record.isRevoked(amara);
  }

  @Test
  @Order(9)
  void a_withdrawn_link_and_a_guessed_one_get_the_same_empty_answer() throws Exception {
    record.isWithdrawn();
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
    assertThat(record.auditedEntries()).isGreaterThan(20);
  }

  private static String path(String url) {
    return url.substring(VELLUM.address().toString().length());
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
