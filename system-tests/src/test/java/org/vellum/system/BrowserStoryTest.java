package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/** The same story as its people live it, in a headless Chromium. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserStoryTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final int PHONE_WIDTH = 390;

  private Browser browser;
  private Page registrar;
  private Page learner;
  private String framework = "";
  private String lukas = "";
  private String link = "";

  @BeforeAll
  void openBrowser() throws Exception {
    browser = Browser.at(VELLUM.address());
    Institution institution = VELLUM.institution();
    framework = institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    institution.sendResults(institution.connectLms("Browser LMS"), sent -> {});
    lukas = institution.await("learner-lukas", 6, 1, Duration.ofMinutes(1)).learner();
    registrar = browser.visitor();
    learner = browser.visitor();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void the_registrar_signs_in_and_sees_the_framework_as_a_tree() {
    Browser.signIn(registrar, "registrar", VELLUM.password("registrar"));
    registrar.navigate("/competency/frameworks");
    assertThat(registrar.content()).contains("Applied Data Practice");
    registrar.navigate("/competency/frameworks/" + framework);
    assertThat(registrar.locator("main").innerText()).contains("ADP.2");
    Browser.picture(registrar, "framework");
  }

  @Test
  @Order(2)
  void the_registrar_publishes_a_record_with_a_click() {
    registrar.navigate("/records/" + lukas);
    Browser.picture(registrar, "record-before");
    registrar.locator("form[action$='/publications'] button").click();
    assertThat(registrar.locator(".flash").innerText())
        .containsPattern("Published as version \\d+: \\d+ signed");
    assertThat(registrar.locator("form[action$='/publications']").count())
        .as("nothing is left to publish")
        .isZero();
    Browser.picture(registrar, "record-published");
  }

  @Test
  @Order(3)
  void the_learner_sees_the_record_and_makes_a_link_with_an_access_code() {
    Browser.signIn(learner, "lukas", VELLUM.password("lukas"));
    learner.navigate("/my/record");
    assertThat(learner.locator("h1").innerText()).isNotBlank();
    Browser.picture(learner, "my-record");
    learner.getByLabel("Access code").fill("vellum-42");
    Browser.button(learner, "Make the link");
    link = learner.locator("input.share-link").first().inputValue();
    assertThat(link).startsWith(VELLUM.address() + "/shares/");
  }

  @Test
  @Order(4)
  void a_stranger_needs_the_code_and_then_reads_the_record_also_on_a_phone_without_scripts() {
    Page phone = browser.visitor(PHONE_WIDTH, 800);
    phone.navigate(link);
    assertThat(phone.content()).doesNotContain("Lukas");
    phone.locator("input[name=code]").fill("wrong-code");
    phone.locator("main button[type=submit]").click();
    assertThat(phone.content()).doesNotContain("Lukas").contains("not right");
    phone.locator("input[name=code]").fill("vellum-42");
    phone.locator("main button[type=submit]").click();
    assertThat(phone.content()).contains("Lukas");
    assertThat(Browser.overflow(phone)).isZero();
    Browser.picture(phone, "share-on-a-phone");

    Page plain = browser.visitorWithoutScripts();
    plain.navigate(link);
    plain.locator("input[name=code]").fill("vellum-42");
    plain.locator("main button[type=submit]").click();
    assertThat(plain.content()).contains("Lukas");
  }

  @Test
  @Order(5)
  void the_stranger_uploads_the_copy_and_reads_the_verdict_which_turns_when_it_is_revoked()
      throws Exception {
    PublicApi own = VELLUM.signedIn("lukas");
    String copy = own.get("/my/record.json", "application/vc+ld+json").body();
    Page stranger = browser.visitor();

    assertThat(upload(stranger, copy)).contains("Valid");
    Browser.picture(stranger, "verdict-valid");
    assertThat(upload(stranger, copy.replaceFirst("\"name\":\"", "\"name\":\"X")))
        .contains("Invalid");
    Browser.picture(stranger, "verdict-invalid");

    registrar.navigate("/records/" + lukas);
    Locator revoke = registrar.locator("form[action$='/revocations']").first();
    revoke
        .locator("[name=reason]")
        .evaluate("field => field.closest('details')?.setAttribute('open', '')");
    revoke.locator("[name=reason]").fill("Published by mistake");
    revoke.locator("button").click();
    assertThat(registrar.locator(".flash").innerText()).contains("Revoked");

    assertThat(upload(stranger, copy)).contains("Invalid").contains("revoked");
    Browser.picture(stranger, "verdict-revoked");
  }

  @Test
  @Order(6)
  void the_learner_withdraws_the_link_and_it_shows_nothing_any_more() {
    learner.navigate("/my/record");
    learner.locator("form[action$='/withdrawal'] button").first().click();
    Page stranger = browser.visitor();
    assertThat(stranger.navigate(link).status()).isEqualTo(404);
    assertThat(stranger.content()).doesNotContain("Lukas").doesNotContain("withdrawn");
  }

  @Test
  @Order(7)
  void every_page_has_one_heading_a_language_and_no_script_error() {
    for (String path :
        new String[] {"/", "/verify", "/sign-in", "/issuer", "/problems/not-found"}) {
      Page visitor = browser.visitor(PHONE_WIDTH, 800);
      StringBuilder errors = new StringBuilder();
      visitor.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          errors.append(message.text());
        }
      });
      visitor.navigate(path);
      assertThat(visitor.getByRole(AriaRole.HEADING, level(1)).count()).as(path).isEqualTo(1);
      assertThat(visitor.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(errors.toString()).as(path).isEmpty();
      assertThat(Browser.overflow(visitor)).as(path).isZero();
    }
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  private static String upload(Page page, String document) {
    page.navigate("/verify");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "record.json", "application/json", document.getBytes(StandardCharsets.UTF_8)));
    page.locator("form:has(input[type=file]) button[type=submit]").click();
    return page.locator("main").innerText();
  }
}
