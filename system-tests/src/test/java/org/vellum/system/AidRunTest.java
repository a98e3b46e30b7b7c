package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.LoadAidFacts;
import org.vellum.start.PublicApi;
import org.vellum.systemtests.aid.AidPackage;

/** An aid system asks for a package, fetches it over HTTP, and works all of it out again. */
class AidRunTest {
  private static final String RUN_PAGES = "/financial-aid/runs";

  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  @TempDir Path folder;

  private Institution institution;

  @BeforeEach
  void a_school_with_learners_in_a_program() throws Exception {
    institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    new LoadAidFacts(
            VELLUM.signedIn("aid-officer"), new PrintStream(told, true, StandardCharsets.UTF_8))
        .load();
  }

  @Test
  void what_was_fetched_over_http_proves_itself() throws Exception {
    AidSystem system = AidSystem.connected(VELLUM.address(), institution.registrar(), "Aid system");
    String full = "{\"kind\": \"FULL\", \"profile\": \"standard\"}";
    HttpResponse<String> asked = system.post(AidSystem.RUNS, full, "Idempotency-Key", "tonight");
    HttpResponse<String> again = system.post(AidSystem.RUNS, full, "Idempotency-Key", "tonight");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    String location = asked.headers().firstValue("Location").orElseThrow();
    assertThat(again.headers().firstValue("Location")).contains(location);
    assertThat(
            system
                .post(
                    AidSystem.RUNS,
                    "{\"kind\": \"FULL\", \"profile\": \"marked\"}",
                    "Idempotency-Key",
                    "tonight")
                .statusCode())
        .isEqualTo(422);

    JsonNode run = system.published(location.substring(location.lastIndexOf('/') + 1));
    Path ntpx = system.fetch(run, folder.resolve("ntpx"));

    assertThat(AidPackage.faults(ntpx)).isEmpty();
    assertThat(system.isSigned(ntpx)).isTrue();
    Path manifest = ntpx.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest) + " ");
    assertThat(system.isSigned(ntpx)).isFalse();
    assertThat(Files.size(ntpx.resolve("payment_period.csv"))).isGreaterThan(1_000);

    String id = run.path("id").asText();
    Path pieces = folder.resolve("pieces");
    system.fetchInPieces(id, "payment_period.ndjson", pieces, 700);
    assertThat(pieces).hasSameBinaryContentAs(ntpx.resolve("payment_period.ndjson"));
    nothingChangedSince(system, run.path("next").asText());
    assertThat(
            VELLUM
                .signedIn("aid-officer")
                .get("/financial-aid/runs/" + id + "/changes", "text/html")
                .body())
        .contains("Reconciliation");
    assertThat(system.post(AidSystem.RUNS + "/" + id + "/ack", "{\"note\": \"in\"}").statusCode())
        .isEqualTo(204);
  }

  private static void nothingChangedSince(AidSystem system, String token) throws Exception {
    List<JsonNode> items = new ArrayList<>();
    String next = token;
    JsonNode page;
    do {
      page =
          Wire.MAPPER.readTree(
              system.get("/financial-aid/api/changes?limit=5000&since=" + next).body());
      page.path("items").forEach(items::add);
      next = page.path("next").asText();
    } while (page.path("hasMore").asBoolean());
    assertThat(items).isEmpty();
  }

  @Test
  void a_system_does_only_what_its_scopes_allow() throws Exception {
    AidSystem reader =
        AidSystem.connected(VELLUM.address(), institution.registrar(), "Aid reader", "finaid.read");
    assertThat(reader.post(AidSystem.RUNS, "{}").statusCode()).isEqualTo(403);
    assertThat(reader.get(AidSystem.RUNS).statusCode()).isEqualTo(200);
    assertThat(Wire.to(VELLUM.address()).get(AidSystem.RUNS, Wire.JSON).statusCode())
        .isEqualTo(401);
  }

  @Test
  void social_security_numbers_have_a_scope_of_their_own() throws Exception {
    PublicApi registrar = institution.registrar();
    AidSystem all = AidSystem.connected(VELLUM.address(), registrar, "Aid without numbers");
    AidSystem numbers =
        AidSystem.connected(VELLUM.address(), registrar, "Aid numbers", "finaid.ssn");
    String run = AidSystem.RUNS + "/" + all.published(all.asked()).path("id").asText();

    assertThat(all.get(run + "/numbers/ssn.csv.jwe").statusCode()).isEqualTo(403);
    assertThat(all.get(run + "/files/ssn.csv.jwe").statusCode()).isEqualTo(404);
    assertThat(numbers.get(run + "/files/student.csv").statusCode()).isEqualTo(403);
    // Nobody switched it on that any are kept.
    assertThat(numbers.get(run + "/numbers/ssn.csv.jwe").statusCode()).isEqualTo(404);
  }

  @Test
  void a_person_begins_a_run_on_the_page_and_what_is_fetched_is_written_down() throws Exception {
    PublicApi office = VELLUM.signedIn("aid-officer");
    HttpResponse<String> begun =
        office.postForm(RUN_PAGES, Map.of("kind", "FULL", "profile", "spreadsheet"));
    assertThat(begun.statusCode()).isEqualTo(303);
    String page = begun.headers().firstValue("Location").orElseThrow();
    page = page.substring(page.indexOf(RUN_PAGES));
    String id = page.substring(RUN_PAGES.length() + 1).replaceAll("[?#].*", "");
    AidSystem.connected(VELLUM.address(), institution.registrar(), "Aid watch").published(id);
    String file = RUN_PAGES + "/" + id + "/files/student.csv";
    assertThat(office.get(page, "text/html").body()).contains(file);

    PublicApi admin = VELLUM.signedIn("admin");
    int before = written(admin);
    assertThat(written(admin)).isEqualTo(before);
    assertThat(office.get(file, "text/csv").body()).contains("institutionStudentId");
    assertThat(written(admin)).isEqualTo(before + 1);
    assertThatThrownBy(() -> VELLUM.signedIn("registrar").get(file, "text/csv"))
        .isInstanceOf(ApiRefused.class);
  }

  /** How many entries the audit log has. */
  private static int written(PublicApi admin) throws Exception {
    return Wire.MAPPER
        .readTree(admin.get("/audit", "application/json").body())
        .path("position")
        .asInt();
  }
}
