package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/**
 * What a learner downloads, and the administrator's page of the signing keys. No key is marked as
 * compromised that signed something: all tests share one server, and every record of it would bear
 * a remark from then on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysAndDownloadsTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String KEYS = "/issuer/keys";
  private static final String MARK = "/issuer/keys/compromises";

  private Wire learner;
  private Wire admin;
  private String badge = "";

  @BeforeAll
  void a_record_is_published() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    institution.sendResults(institution.connectLms("Downloads LMS"), sent -> {});
    institution.publish(institution.await("learner-mateo", 1, 0, Duration.ofMinutes(1)).learner());
    learner = signedIn("mateo");
    admin = signedIn("admin");
    JsonNode record = Wire.MAPPER.readTree(learner.get("/my/record.json", "*/*").body());
    String id = record.at("/credentialSubject/verifiableCredential/0/id").asText();
    badge = id.substring(id.indexOf("/credentials/")) + "/badge.svg";
  }

  private static Wire signedIn(String name) throws Exception {
    return Wire.signedIn(VELLUM.address(), name, VELLUM.password(name));
  }

  @Test
  void the_learner_downloads_the_record_as_elmo_and_nobody_else_does() throws Exception {
    HttpResponse<String> elmo = learner.get("/my/record.elmo.xml", "*/*");

    assertThat(elmo.statusCode()).isEqualTo(200);
    assertThat(elmo.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(elmo.body()).contains("<!-- Not signed").contains("<elmo");
    assertThat(Wire.to(VELLUM.address()).get("/my/record.elmo.xml", "*/*").statusCode())
        .isNotEqualTo(200);
  }

  @Test
  void a_badge_is_a_picture_for_its_holder_and_the_registrar_alone() throws Exception {
    HttpResponse<String> picture = learner.get(badge, "*/*");

    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("image/svg+xml");
    assertThat(picture.body()).contains("<openbadges:credential", "proofValue", "<circle");
    assertThat(signedIn("registrar").get(badge, "*/*").body()).isEqualTo(picture.body());
    assertThat(Wire.to(VELLUM.address()).get(badge, "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void a_whole_record_has_no_badge() throws Exception {
    JsonNode record = Wire.MAPPER.readTree(learner.get("/my/record.json", "*/*").body());
    String id = record.get("id").asText();
    String path = id.substring(id.indexOf("/credentials/"));

    assertThat(learner.get(path + "/badge.svg", "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void keys_are_the_administrators_alone() throws Exception {
    JsonNode keys = Wire.MAPPER.readTree(admin.get(KEYS, Wire.JSON).body());

    assertThat(keys.get(0).get("verificationMethod").asText()).startsWith("did:web:");
    assertThat(signedIn("registrar").get(KEYS, Wire.JSON).statusCode()).isEqualTo(403);
    assertThat(learner.post(MARK, Wire.JSON, BodyPublishers.ofString("{}")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_program_is_told_why_a_key_is_not_marked() throws Exception {
    for (Map.Entry<String, Integer> each :
        Map.of(
                "{\"key\":\"did:web:x#y\",\"since\":\"2026-01-01T00:00:00Z\",\"reason\":\"x\"}",
                404,
                "{\"key\":\"did:web:x#y\",\"since\":\"2999-01-01T00:00:00Z\",\"reason\":\"x\"}",
                422,
                "{\"key\":\"did:web:x#y\",\"since\":\"2026-01-01T00:00:00Z\"}",
                422,
                "{}",
                422,
                "{\"since\":\"yesterday\"}",
                400)
            .entrySet()) {
      HttpResponse<String> answer =
          admin.post(MARK, Wire.JSON, BodyPublishers.ofString(each.getKey()));
      assertThat(answer.statusCode())
          .as(each.getKey() + ": " + answer.body())
          .isEqualTo(each.getValue());
      assertThat(answer.body()).contains("\"detail\"");
    }
  }

  @Test
  void a_form_without_its_confirmation_is_shown_again() throws Exception {
    HttpResponse<String> answer =
        admin.form(
            MARK, Map.of("key", "x", "since", "2026-01-01T10:15", "reason", "Backup was lost"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#confirmed\"")
        .contains("value=\"2026-01-01T10:15\"")
        .contains("value=\"Backup was lost\"");
  }

  @Test
  void the_pages_in_a_browser() {
    try (Browser browser = Browser.at(VELLUM.address())) {
      Page keys = browser.visitor();
      Browser.signIn(keys, "admin", VELLUM.password("admin"));
      keys.navigate(KEYS);
      Browser.button(keys, "Make a new key");
      assertThat(keys.locator(".flash").innerText()).contains("A new key signs");
      String fresh = keys.locator("select#key option").nth(1).getAttribute("value");
      mark(keys, fresh, "2999-01-01T10:15");
      assertThat(keys.locator("[role=alert]").innerText()).contains("instant that is past");
      Browser.picture(keys, "keys-refused");
      // This key has signed nothing: it was made a moment ago.
      mark(keys, fresh, "2026-01-01T10:15");
      assertThat(keys.locator(".flash").innerText()).contains("a new one signs");
      Browser.picture(keys, "keys");

      Page record = browser.visitor();
      Browser.signIn(record, "mateo", VELLUM.password("mateo"));
      record.navigate("/my/record");
      record.locator("#keep ~ details summary").click();
      assertThat(record.locator("a[href='" + badge + "']").isVisible()).isTrue();
      Browser.picture(record, "my-record-downloads");
    }
  }

  /** Fills the form by keyboard; the browser's own hints are passed by, to reach the server. */
  private static void mark(Page page, String key, String since) {
    page.locator("#compromise form").evaluate("form => { form.noValidate = true; }");
    page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).selectOption(key);
    page.locator("#since").fill(since);
    page.locator("#reason").fill("Backup was lost");
    page.locator("#confirmed").press("Space");
    page.locator("#compromise form button").press("Enter");
  }
}
