package org.vellum.transcript.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ADA;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;
import static org.vellum.transcript.fixture.Facts.named;
import static org.vellum.transcript.fixture.Facts.withdrawal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.records.LearnerSummary;
import org.vellum.transcript.status.CredentialStatusResource;

/** The registrar's pages, filled with what people have typed. */
class PagesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final String SCRIPT = "<script>alert(1)</script>";

  private final Registrar registrar = new Registrar(database);
  private final AttainmentRecorded attained =
      attainment(
          registrar.institution.anId(),
          competency(registrar.institution.ids.nextV4(), "Asks " + SCRIPT));

  private static String filled(Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("user", "registrar");
    model.put("roles", Set.of("registrar"));
    model.put("csrf", "the-token");
    model.put("navigation", Set.of());
    model.put("institution", "Example University");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/records");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(PagesTest.class.getClassLoader());
    return new Templates().fill(page.template(), model, loader);
  }

  private static String listPage(String search, List<LearnerSummary> learners) {
    return filled(
        Page.of(
            "org/vellum/transcript/records/records",
            Map.of("search", search, "learners", learners, "next", "", "first", true)));
  }

  private static String statusPage(CredentialStatusResource.Status status) {
    return filled(Page.of("org/vellum/transcript/status/status", Map.of("status", status)));
  }

  private String recordPage() {
    LearnerRecord record = registrar.learnerRecords.find(ADA).orElseThrow();
    return filled(Page.of("org/vellum/transcript/issuing/record", Map.of("record", record)));
  }

  @Test
  void the_list_says_so_while_it_is_empty_and_escapes_names() {
    assertThat(listPage("", List.of())).contains("No learners yet.");
    assertThat(listPage(SCRIPT, List.of())).contains("begins with").doesNotContain(SCRIPT);
    LearnerSummary learner = new LearnerSummary(ADA, "user-ada", SCRIPT, "Lovelace", 2, 1);
    assertThat(listPage("", List.of(learner)))
        .contains("/records/" + ADA)
        .contains("&lt;script&gt;")
        .doesNotContain(SCRIPT);
  }

  @Test
  void the_record_shows_evidence_and_what_publishing_would_do() {
    registrar.institution.hears(
        named("Ada", SCRIPT),
        attained,
        completion(registrar.institution.anId(), "course-1", "Course " + SCRIPT));
    assertThat(recordPage())
        .contains("45 of 50")
        .contains("Clear questions.")
        .contains("Applied data practice, version 2026.1")
        .contains("Signed for the first time")
        .contains("value=\"the-token\"")
        .contains("Not published yet.")
        .doesNotContain(SCRIPT);
  }

  @Test
  void the_record_shows_its_versions_what_was_revoked_and_why() throws Exception {
    registrar.institution.hears(
        named("Ada", "Lovelace"),
        attained,
        attainment(
            registrar.institution.anId(),
            competency(registrar.institution.ids.nextV4(), "Writes a query")));
    PublishedRecord first = registrar.published().record();
    assertThat(recordPage()).contains("Publishing again would change nothing.");
    registrar.institution.hears(withdrawal(attained.attainment()));
    assertThat(recordPage())
        .contains("Revoked, because it was withdrawn")
        .contains("Your result was corrected from 45 to 30.");
    registrar.published();
    registrar.revoke(first.id(), "Because " + SCRIPT);
    assertThat(recordPage())
        .contains("superseded")
        .contains("Because &lt;script&gt;")
        .doesNotContain(SCRIPT);
  }

  @Test
  void the_status_page_tells_the_reason() {
    String id = "https://records.example.edu/credentials/" + ADA;
    assertThat(
            statusPage(
                new CredentialStatusResource.Status(id, false, Optional.empty(), Optional.empty())))
        .contains("has not revoked");
    assertThat(
            statusPage(
                new CredentialStatusResource.Status(
                    id,
                    true,
                    Optional.of(registrar.institution.clock.instant()),
                    Optional.of("Because " + SCRIPT))))
        .contains("2 November 2026")
        .contains("Because &lt;script&gt;");
  }

  @Test
  void the_issuers_page_shows_its_keys() throws Exception {
    registrar.institution.hears(named("Ada", "Lovelace"), attained);
    registrar.published();
    String page =
        filled(
            Page.of(
                "org/vellum/transcript/issuer/issuer",
                Map.of(
                    "issuer",
                    registrar.institution.issuer,
                    "email",
                    "records@example.edu",
                    "description",
                    "",
                    "document",
                    "https://records.example.edu/.well-known/did.json",
                    "keys",
                    registrar.institution.keys.list(registrar.institution.issuer.did()),
                    "mayRotate",
                    true)));
    assertThat(page).contains("did:web:records.example.edu").contains("z6Mk").contains("signs");
  }

  @Test
  void a_program_is_told_the_same_as_json() throws Exception {
    registrar.institution.hears(named("Ada", "Lovelace"), attained);
    registrar.published();
    LearnerRecord record = registrar.learnerRecords.find(ADA).orElseThrow();
    String json = Json.mapper().writeValueAsString(record);
    assertThat(Json.mapper().readTree(json).at("/versions/0/current").asBoolean()).isTrue();
    assertThat(Json.mapper().readTree(json).at("/changes/any").asBoolean()).isFalse();
    assertThat(json).doesNotContain("proofValue");
  }
}
