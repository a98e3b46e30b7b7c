package org.vellum.transcript.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.Competency;
import org.vellum.contracts.CourseCompleted;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;
import org.vellum.transcript.issuer.TranscriptConfiguration;

/** What the documents say, and that their form is the standards'. */
class EmittedFormTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Registrar registrar = new Registrar(database);
  private final Competency asks =
      competency(registrar.institution.ids.nextV4(), "Asks a question <b>that</b> data can answer");

  @BeforeEach
  void publish() throws Exception {
    registrar.institution.hears(
        ada(),
        attainment(registrar.institution.anId(), asks),
        completion(registrar.institution.anId(), "course-adp110", "Asking with data"));
    registrar.published();
  }

  private PublishedRecord record() {
    return registrar.records.findCurrentOf("ada").orElseThrow();
  }

  private JsonNode achievement(IssuedAchievement.Kind kind) throws Exception {
    String document =
        registrar.records.listAchievements(record().id()).stream()
            .filter(each -> each.kind() == kind)
            .findFirst()
            .orElseThrow()
            .credential();
    return Registrar.json(document);
  }

  @Test
  void the_record_is_valid_against_the_published_schema_of_clr() throws Exception {
    assertThat(errors("clr-2.0/schema/clr_v2p0_clrcredential_schema.json", record().credential()))
        .isEmpty();
  }

  @Test
  void each_achievement_is_valid_against_the_published_schema_of_open_badges() throws Exception {
    for (IssuedAchievement each : registrar.records.listAchievements(record().id())) {
      assertThat(
              errors(
                  "openbadges-3.0/schema/ob_v3p0_achievementcredential_schema.json",
                  each.credential()))
          .isEmpty();
    }
  }

  @Test
  void an_attainment_is_aligned_to_its_item_at_the_version_in_force() throws Exception {
    JsonNode subject = achievement(IssuedAchievement.Kind.COMPETENCY).get("credentialSubject");
    JsonNode achievement = subject.get("achievement");
    assertThat(achievement.get("achievementType").asText()).isEqualTo("Competency");
    assertThat(subject.get("narrative").asText()).contains("Survey project");
    JsonNode alignment = achievement.get("alignment").get(0);
    assertThat(alignment.get("targetUrl").asText()).isEqualTo(asks.uri());
    assertThat(alignment.get("targetType").asText()).isEqualTo("CFItem");
    assertThat(alignment.get("targetCode").asText()).isEqualTo(asks.identifier().toString());
    assertThat(alignment.get("targetFramework").asText())
        .isEqualTo("Applied data practice, version 2026.1");
  }

  @Test
  void a_completed_course_shows_its_credits_and_its_result_in_percent() throws Exception {
    JsonNode subject = achievement(IssuedAchievement.Kind.COURSE).get("credentialSubject");
    assertThat(subject.get("creditsEarned").decimalValue()).isEqualByComparingTo("3.5");
    JsonNode result = subject.get("result").get(0);
    assertThat(result.get("value").asText()).isEqualTo("90");
    JsonNode description = subject.at("/achievement/resultDescription/0");
    assertThat(description.get("resultType").asText()).isEqualTo("Percent");
    assertThat(description.get("id")).isEqualTo(result.get("resultDescription"));
  }

  @Test
  void an_attainment_that_rests_on_several_results_tells_them_all() throws Exception {
    AttainmentRecorded one = attainment(registrar.institution.anId(), asks);
    CourseCompleted other =
        completion(registrar.institution.anId(), "course-adp111", "Answering with data");
    UUID both = registrar.institution.anId();
    registrar.institution.hears(
        new AttainmentRecorded(
            both,
            one.learner(),
            asks,
            one.attainedAt(),
            "Mastered on 4 May 2026: two of two assessments at 80 % or above.",
            List.of(one.evidence().getFirst(), other.evidence().getFirst())));
    registrar.published();

    List<List<String>> evidence = new ArrayList<>();
    for (IssuedAchievement each : registrar.records.listAchievements(record().id())) {
      evidence.add(Registrar.json(each.credential()).get("evidence").findValuesAsText("name"));
    }
    assertThat(evidence).contains(List.of("Survey project", "Final examination"));
  }

  @Test
  void evidence_tells_what_was_evaluated_how_well_and_when() throws Exception {
    JsonNode evidence = achievement(IssuedAchievement.Kind.COMPETENCY).at("/evidence/0");
    assertThat(evidence.get("name").asText()).isEqualTo("Survey project");
    assertThat(evidence.get("narrative").asText())
        .isEqualTo(
            "Score 45 of 50 on 2026-05-04 in Asking with data."
                + " The evaluator's comment: Clear questions.");
  }

  @Test
  void the_holder_is_named_and_nothing_else_of_the_person_is_told() throws Exception {
    String document = record().credential();
    assertThat(document)
        .contains("Ada Lovelace")
        .doesNotContain("ada@example.edu")
        .doesNotContain("user-ada")
        .doesNotContain(record().learner().toString());
    ObjectNode record = Registrar.json(document);
    String subject = record.at("/credentialSubject/id").asText();
    assertThat(subject).startsWith("urn:uuid:");
    for (JsonNode nested : record.at("/credentialSubject/verifiableCredential")) {
      assertThat(nested.at("/credentialSubject/id").asText()).isEqualTo(subject);
    }
  }

  @Test
  void where_it_is_configured_a_wallet_recognises_the_owner_by_a_hashed_address() throws Exception {
    String document = record().credential();
    TranscriptConfiguration configuration =
        new TranscriptConfiguration(
            "a secret that is long enough for a test", "", "", "", true, "", "");
    Registrar forWallets =
        new Registrar(database, new Institution(database.dataSource(), configuration));

    JsonNode told =
        Registrar.json(forWallets.published().record().credential())
            .at("/credentialSubject/identifier/2");

    assertThat(told.get("identityType").asText()).isEqualTo("emailAddress");
    assertThat(told)
        .isEqualTo(
            IdentityObject.hashed("ada@example.edu", "emailAddress", told.get("salt").asText())
                .toJson());
    assertThat(document).doesNotContain("emailAddress");
  }

  @Test
  void the_status_of_each_credential_has_a_place_of_its_own() throws Exception {
    ObjectNode record = Registrar.json(record().credential());
    JsonNode status = record.get("credentialStatus");
    assertThat(status.get("type").asText()).isEqualTo("BitstringStatusListEntry");
    assertThat(status.get("statusPurpose").asText()).isEqualTo("revocation");
    assertThat(status.get("statusListIndex").isTextual()).isTrue();
    assertThat(record.findValuesAsText("statusListIndex")).hasSize(3).doesNotHaveDuplicates();
    String address = status.get("statusListCredential").asText();
    UUID list = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    JsonNode published = Registrar.json(registrar.statusList(list));
    assertThat(published.get("id")).isEqualTo(status.get("statusListCredential"));
    assertThat(published.get("proof").get("cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
  }

  private static List<Error> errors(String file, String document) throws Exception {
    String text = Files.readString(SharedData.path(file));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
            .getSchema(Json.mapper().readTree(text));
    return schema.validate(
        Registrar.json(document),
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
