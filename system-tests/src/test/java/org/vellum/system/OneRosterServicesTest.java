package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/** Rostering and gradebook of OneRoster 1.2 as a client meets them, and results by file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneRosterServicesTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  private static final String CORE = SCOPE + "roster-core.readonly";
  private static final String ROSTER = SCOPE + "roster.readonly";
  private static final String PUT = SCOPE + "gradebook.createput";
  private static final String POST = SCOPE + "gradebook.createpost";
  private static final String READ = SCOPE + "gradebook.readonly";
  private static final String ROSTERING = "/competency/ims/oneroster/rostering/v1p2/";
  private static final String GRADEBOOK = "/competency/ims/oneroster/gradebook/v1p2/";

  /** One of the demonstration's, whatever other tests brought. */
  private static final String FINAL = "lineitem-adp110-final";

  private Wire client = Wire.to(URI.create("http://localhost"));
  private Wire core = Wire.to(URI.create("http://localhost"));

  @BeforeAll
  void connect() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importRoster();
    Wire.Credentials credentials =
        Wire.Credentials.register(
            institution.registrar(), "Consumer", CORE, ROSTER, PUT, POST, READ);
    client =
        Wire.to(VELLUM.address())
            .authorized(credentials, String.join(" ", ROSTER, PUT, POST, READ));
    core = Wire.to(VELLUM.address()).authorized(credentials, CORE);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Wire.MAPPER.readTree(answer.body());
  }

  @Test
  void the_roster_is_read_page_by_page_filtered_and_by_its_relations() throws Exception {
    HttpResponse<String> page =
        client.get(ROSTERING + "students?limit=2&sort=familyName", Wire.JSON);
    assertThat(json(page).path("users")).hasSize(2);
    assertThat(page.headers().firstValue("X-Total-Count")).isPresent();
    assertThat(page.headers().firstValue("Link").orElse(""))
        .contains("sort=familyName>; rel=\"next\"");
    String learner = json(page).at("/users/0/sourcedId").asText();
    assertThat(
            json(client.get(
                    ROSTERING + "users?filter=sourcedId%3D'" + learner + "'&fields=roles",
                    Wire.JSON))
                .at("/users/0/roles/0/role")
                .asText())
        .isEqualTo("student");
    assertThat(
            json(client.get(ROSTERING + "users/" + learner + "/classes", Wire.JSON))
                .path("classes"))
        .isNotEmpty();
  }

  @Test
  void a_scope_opens_what_the_standard_says_and_no_more() throws Exception {
    assertThat(core.get(ROSTERING + "orgs", Wire.JSON).statusCode()).isEqualTo(200);
    String school =
        json(core.get(ROSTERING + "schools", Wire.JSON)).at("/orgs/0/sourcedId").asText();
    assertThat(core.get(ROSTERING + "schools/" + school + "/classes", Wire.JSON).statusCode())
        .isEqualTo(403);
    assertThat(client.get(ROSTERING + "schools/" + school + "/classes", Wire.JSON).statusCode())
        .isEqualTo(200);
    assertThat(client.get(ROSTERING + "demographics", Wire.JSON).statusCode()).isEqualTo(403);
    assertThat(Wire.to(VELLUM.address()).get(ROSTERING + "orgs", Wire.JSON).statusCode())
        .isEqualTo(401);
    HttpResponse<String> wrong = client.get(ROSTERING + "users?filter=shoe%3D'9'", Wire.JSON);
    assertThat(wrong.statusCode()).isEqualTo(400);
    Official.oneRoster("imsx_StatusInfoDType", wrong.body());
    assertThat(wrong.body()).contains("invalid_filter_field");
  }

  @Test
  void objects_are_put_posted_and_read_again() throws Exception {
    ObjectNode category = Wire.MAPPER.createObjectNode();
    category
        .putObject("category")
        .put("sourcedId", "weekly work")
        .put("status", "active")
        .put("dateLastModified", "2026-05-01T00:00:00Z")
        .put("title", "Weekly");
    assertThat(client.put(GRADEBOOK + "categories/weekly%20work", category.toString()).statusCode())
        .isEqualTo(201);
    HttpResponse<String> read = client.get(GRADEBOOK + "categories/weekly%20work", Wire.JSON);
    assertThat(read.statusCode()).isEqualTo(200);
    Official.oneRoster("SingleCategoryDType", read.body());

    JsonNode lineItem =
        json(client.get(GRADEBOOK + "lineItems?filter=sourcedId%3D'" + FINAL + "'", Wire.JSON))
            .at("/lineItems/0");
    String item = lineItem.path("sourcedId").asText();
    String school = lineItem.at("/class/sourcedId").asText();
    String student =
        json(client.get(ROSTERING + "classes/" + school + "/students?limit=1", Wire.JSON))
            .at("/users/0/sourcedId")
            .asText();
    ObjectNode body = Wire.MAPPER.createObjectNode();
    ObjectNode result = body.putArray("results").addObject();
    result
        .put("sourcedId", "posted-1")
        .put("status", "active")
        .put("dateLastModified", "2026-05-03T00:00:00Z")
        .put("scoreStatus", "fully graded")
        .put("scoreDate", "2026-05-03")
        .put("score", lineItem.path("resultValueMax").decimalValue());
    result
        .putObject("lineItem")
        .put("href", "https://lms.example/l")
        .put("sourcedId", item)
        .put("type", "lineItem");
    result
        .putObject("student")
        .put("href", "https://lms.example/u")
        .put("sourcedId", student)
        .put("type", "user");
    HttpResponse<String> posted =
        client.post(
            GRADEBOOK + "lineItems/" + item + "/results",
            Wire.JSON,
            BodyPublishers.ofString(body.toString()));
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    Official.oneRoster("GUIDPairSetDType", posted.body());
    assertThat(
            json(client.get(
                    GRADEBOOK + "classes/" + school + "/lineItems/" + item + "/results", Wire.JSON))
                .at("/results/0/sourcedId")
                .asText())
        .isEqualTo("posted-1");
  }

  @Test
  void results_are_sent_as_a_file_and_the_archive_is_given_out() throws Exception {
    PublicApi registrar = VELLUM.signedIn("registrar");
    JsonNode lineItem =
        json(client.get(GRADEBOOK + "lineItems?filter=sourcedId%3D'" + FINAL + "'", Wire.JSON))
            .at("/lineItems/0");
    String template =
        registrar
            .get(
                "/competency/results/files/template.csv?lineItem="
                    + lineItem.path("sourcedId").asText(),
                "text/csv")
            .body();
    assertThat(template.lines().count()).isGreaterThan(1);
    String filled =
        template.replace(",,,2", ",," + lineItem.path("resultValueMin").asText() + ",2");
    JsonNode report =
        Wire.MAPPER.readTree(
            registrar
                .post(
                    "/competency/results/files",
                    "text/csv",
                    filled.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .body());
    assertThat(report.at("/files/0/added").asInt()).as(report.toString()).isPositive();
    assertThat(
            registrar
                .get("/competency/results/files/" + report.path("id").asText(), Wire.HTML)
                .body())
        .contains("Results by file");
    assertThat(registrar.get("/competency/rosters/archive.zip", "application/zip").body())
        .startsWith("PK");
  }

  @Test
  void the_pages_of_sources_and_of_evaluations_by_hand_are_there() throws Exception {
    PublicApi registrar = VELLUM.signedIn("registrar");
    assertThat(registrar.get("/competency/rosters/sources", Wire.HTML).body())
        .contains("No system is connected yet.");
    registrar.postForm(
        "/competency/rosters/sources",
        Map.of(
            "name", "SIS",
            "kind", "ONEROSTER",
            "address", "https://sis.invalid",
            "tokenAddress", "https://sis.invalid/token",
            "clientId", "vellum",
            "clientSecret", "h1dden-value",
            "everyMinutes", "0"));
    assertThat(registrar.get("/competency/rosters/sources", Wire.HTML).body())
        .contains("never read", "https://sis.invalid/ims/oneroster/rostering/v1p2")
        .doesNotContain("h1dden-value");
    String items = registrar.get("/competency/judging", Wire.HTML).body();
    assertThat(items).contains("/competency/judging/learners?lineItem=");
    String learners = "/competency/judging/learners?lineItem=lineitem-adp110-final";
    assertThat(registrar.get(learners, Wire.HTML).body())
        .contains("/competency/judging/form?lineItem=");
  }
}
