package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/** Whatever is written into any field of any feature comes out as the text that it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.";
  private static final String RESULT =
      "/competency/ims/oneroster/gradebook/v1p2/results/"
          + URLEncoder.encode(Hostile.RESULT, UTF_8).replace("+", "%20");
  private static final Pattern LINK = Pattern.compile("value=\"http[^\"]*(/shares/[^\"]+)\"");
  private static final String ESCAPED = "&lt;script&gt;";

  private Wire registrar = Wire.to(URI.create("http://localhost"));
  private Wire learner = registrar;
  private Wire lms = registrar;
  private Wire stranger = registrar;
  private JsonNode report = Wire.MAPPER.createObjectNode();
  private String record = "";
  private String share = "";

  @BeforeAll
  void everythingIsHostile() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importRoster();
    registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    accepted(registrar.post("/competency/frameworks", Wire.JSON, text(Hostile.framework())));
    report =
        accepted(
            registrar.post(
                "/competency/rosters",
                "application/zip",
                BodyPublishers.ofByteArray(Hostile.roster())));
    accepted(registrar.put("/competency/catalogue", Hostile.catalogue()));
    String scopes = SCOPE + "createput " + SCOPE + "readonly";
    lms =
        Wire.to(VELLUM.address())
            .authorized(
                Wire.Credentials.register(
                    institution.registrar(), Hostile.TEXT, scopes.split(" ", -1)),
                scopes);
    assertThat(lms.put(RESULT, Hostile.result()).statusCode()).isEqualTo(201);
    record = institution.await(Hostile.LEARNER, 1, 1, Duration.ofMinutes(1)).learner();
    awaitBoth();
    institution.publish(record);
    learner = Wire.signedIn(VELLUM.address(), Hostile.USERNAME, VELLUM.password(Hostile.USERNAME));
    String last = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    learner.form("/my/shares", Map.of("scope", "all", "expires", last, "note", Hostile.TEXT));
    Matcher link = LINK.matcher(learner.get("/my/record", Wire.HTML).body());
    assertThat(link.find()).isTrue();
    share = link.group(1);
    stranger = Wire.to(VELLUM.address());
  }

  @AfterAll
  void theDemonstrationIsBack() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
  }

  @Test
  void every_page_that_the_registrar_can_reach_shows_text() throws Exception {
    Map<String, String> pages =
        Crawl.from(
            registrar,
            "/",
            "/competency/frameworks/" + Hostile.DOCUMENT,
            "/competency/ims/case/v1p1/CFItems/" + Hostile.ITEM,
            "/competency/catalogue/course?sourcedId=" + URLEncoder.encode(Hostile.COURSE, UTF_8),
            "/competency/rosters/" + report.get("id").asText(),
            "/records/" + record,
            "/clients");
    pages.forEach(Crawl::isHarmless);
    assertThat(pages.entrySet())
        .filteredOn(page -> page.getValue().contains(ESCAPED))
        .extracting(page -> page.getKey().replaceAll("[?].*|[0-9a-f-]{36}", ""))
        .contains(
            "/competency/frameworks",
            "/competency/frameworks/",
            "/competency/ims/case/v1p1/CFItems/",
            "/competency/catalogue",
            "/competency/catalogue/course",
            "/records",
            "/records/",
            "/clients");
  }

  @Test
  void every_page_that_the_learner_a_stranger_and_the_administrator_can_reach_shows_text()
      throws Exception {
    Map<String, String> own = Crawl.from(learner, "/", "/my/record");
    own.forEach(Crawl::isHarmless);
    assertThat(own.get("/my/record")).contains(ESCAPED);
    Map<String, String> shown = Crawl.from(stranger, share, share + "/verification");
    shown.forEach(Crawl::isHarmless);
    assertThat(shown.get(share)).contains(ESCAPED);
    Wire admin = Wire.signedIn(VELLUM.address(), "admin", VELLUM.password("admin"));
    Crawl.from(admin, "/", "/audit").forEach(Crawl::isHarmless);
  }

  @Test
  void json_carries_it_as_the_text_that_it_is() throws Exception {
    JsonNode item = json(stranger, "/competency/ims/case/v1p1/CFItems/" + Hostile.ITEM);
    assertThat(item.get("fullStatement").asText()).isEqualTo(Hostile.TEXT);
    JsonNode catalogue = json(registrar, "/competency/catalogue");
    assertThat(catalogue.at("/programs/0/title").asText()).isEqualTo(Hostile.TEXT);
    assertThat(catalogue.at("/courses/0/courseSourcedId").asText()).isEqualTo(Hostile.COURSE);
    JsonNode result = json(lms, RESULT).get("result");
    assertThat(result.get("comment").asText()).isEqualTo(Hostile.TEXT);
    assertThat(result.at("/lineItem/sourcedId").asText()).isEqualTo(Hostile.LINE_ITEM);
    Official.oneRoster("SingleResultDType", lms.get(RESULT, Wire.JSON).body());
  }

  @Test
  void the_signed_record_carries_it_as_text_and_is_valid() throws Exception {
    String signed = stranger.get(share, "application/vc+ld+json").body();
    assertThat(Wire.MAPPER.readTree(signed).findValuesAsText("name")).contains(Hostile.TEXT);
    HttpResponse<String> verified =
        stranger.post("/verify", "application/vc+ld+json", text(signed));
    assertThat(Wire.MAPPER.readTree(verified.body()).get("verdict").asText())
        .as(verified.body())
        .isEqualTo("valid");
    Wire browser = Wire.to(VELLUM.address());
    browser.get("/verify", Wire.HTML);
    HttpResponse<String> page = browser.form("/verify", Map.of("document", signed));
    Crawl.isHarmless("/verify", page.body());
    assertThat(page.body()).contains("<title>Valid");
  }

  @Test
  void what_is_typed_into_a_form_arrives_to_the_last_character() throws Exception {
    Wire browser = Wire.to(VELLUM.address());
    browser.get("/verify", Wire.HTML);
    String typed = "no address: 50 % + %3C \u00e9 \u201c\u202E\ud83d\ude00 " + Hostile.TEXT;
    String page = browser.form("/verify", Map.of("url", typed)).body();
    Crawl.isHarmless("/verify", page);
    assertThat(
            page.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"))
        .contains(typed);
  }

  @Test
  void a_spreadsheet_gets_no_formula_and_a_row_that_cannot_be_kept_is_told() throws Exception {
    assertThat(report.get("findings").findValuesAsText("place"))
        .contains("users.csv:3:username", "users.csv:4:enabledUser");
    HttpResponse<String> csv =
        registrar.get("/competency/rosters/" + report.get("id").asText() + "/findings", "text/csv");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body()).contains("users.csv:4:enabledUser").doesNotContainPattern("(^|,)\"?=");
  }

  /** The learner may have a record from before: only these two say that the result has arrived. */
  private void awaitBoth() throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    String standing = "";
    while (!standing.contains(Hostile.ITEM) || !standing.contains("hostile-course")) {
      assertThat(System.nanoTime()).as(standing).isLessThan(end);
      standing = registrar.get("/records/" + record, Wire.JSON).body();
    }
  }

  private static JsonNode accepted(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Wire.MAPPER.readTree(answer.body());
  }

  private static JsonNode json(Wire wire, String path) throws Exception {
    return accepted(wire.get(path, Wire.JSON));
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }
}
