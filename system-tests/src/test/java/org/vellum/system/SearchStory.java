package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/**
 * A learner lets herself be found, an employer finds, asks, and verifies; then she withdraws:
 * whichever index is searched.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SearchStory {
  private static final String LEARNER = "mateo";
  private static final Duration ARRIVAL = Duration.ofMinutes(1);
  private static final int PHONE_WIDTH = 390;

  protected Browser browser;
  private Page learner;
  protected Page employer;
  private String skill = "";
  private String profile = "";
  private String link = "";
  private String feed = "";
  private PublicApi system;

  /** The server that is visited. */
  protected abstract RunningVellum vellum();

  @BeforeAll
  void aRecordIsPublished() throws Exception {
    browser = Browser.at(vellum().address());
    Institution institution = vellum().institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    institution.sendResults(institution.connectLms("Search LMS"), sent -> {});
    String id =
        eventually(() -> institution.standing("learner-" + LEARNER).orElseThrow().learner());
    eventually(() -> {
      assertThat(institution.standing("learner-" + LEARNER).orElseThrow().attainments())
          .isPositive();
      return "";
    });
    institution.publish(id);
    learner = browser.visitorWithoutScripts();
    employer = browser.visitor();
    Browser.signIn(learner, LEARNER, vellum().password(LEARNER));
    Browser.signIn(employer, "employer", vellum().password("employer"));
    system = new PublicApi(vellum().address());
    JsonNode client =
        new ObjectMapper()
            .readTree(
                institution
                    .registrar()
                    .post(
                        "/clients",
                        "application/json",
                        "{\"name\": \"Job board\", \"scopes\": [\"skills.search\"]}"
                            .getBytes(StandardCharsets.UTF_8))
                    .body());
    system.authorize(
        client.get("client_id").asText(), client.get("client_secret").asText(), "skills.search");
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(10)
  void nobody_is_found_before_the_learner_agrees_to_what_the_preview_shows() throws Exception {
    eventually(() -> {
      learner.navigate("/search/my/profile");
      assertThat(learner.locator("input[name=achievement]").count()).isPositive();
      return "";
    });
    Locator first = learner.locator("label:has(input[name=achievement])").first();
    String label = first.locator("span").first().innerText();
    String day = first.locator("span span").first().innerText();
    skill = label.substring(0, label.length() - day.length()).strip();
    assertThat(search(employer)).contains("Nobody was found");
    employer.getByText("Save this search").click();
    employer.locator("#search-name").fill("Whoever can do it");
    Browser.button(employer, "Save it");
    assertThat(employer.locator("main").innerText()).contains("Whoever can do it");

    first.locator("input").check();
    learner.locator("#region").fill("Lake district");
    Browser.picture(learner, "search-consent");
    Browser.button(learner, "See what an employer will see");
    assertThat(learner.locator("main").innerText()).contains(skill).contains("Lake district");
    Browser.picture(learner, "search-preview");
    Browser.button(learner, "I agree");
    assertThat(learner.locator(".flash").innerText()).contains("Employers find you");
    assertThat(learner.locator("main").innerText()).contains("You are found");
  }

  @Test
  @Order(20)
  void the_employer_finds_the_learner_under_a_pseudonym_and_sees_why() throws Exception {
    String found =
        eventually(() -> {
          String text = search(employer);
          assertThat(text).contains(skill).contains("points");
          return text;
        });
    assertThat(found).doesNotContain("Mateo");
    Browser.picture(employer, "search-results");
    assertThat(Browser.overflow(employer)).isZero();
    employer.setViewportSize(PHONE_WIDTH, 800);
    assertThat(Browser.overflow(employer)).isZero();
    Browser.picture(employer, "search-results-on-a-phone");
    employer.locator("article h3 a").first().click();
    profile = employer.url().substring(employer.url().lastIndexOf('/') + 1);
    assertThat(Browser.overflow(employer)).isZero();
    employer.setViewportSize(1280, 900);
    assertThat(employer.locator("main").innerText())
        .contains("Lake district")
        .doesNotContain("Mateo");
  }

  @Test
  @Order(21)
  void the_employer_hears_of_somebody_new_on_a_page_and_in_a_feed() throws Exception {
    eventually(() -> {
      employer.navigate("/search/saved");
      assertThat(employer.locator("main").innerText()).contains("1 new");
      return "";
    });
    Browser.button(employer, "Make a feed");
    String address = employer.locator("main code").innerText();
    feed = address.substring(vellum().address().toString().length());
    assertThat(Browser.overflow(employer)).isZero();
    Browser.picture(employer, "search-saved");
    assertThat(vellum().stranger().get(feed, "application/atom+xml").body())
        .contains("/search/people/" + profile)
        .doesNotContain("Mateo");
    employer.getByText("Whoever can do it").first().click();
    assertThat(employer.locator("main").innerText()).contains(skill).doesNotContain("Mateo");
    Browser.picture(employer, "search-news");
    employer.navigate("/search/people/" + profile);
  }

  @Test
  @Order(30)
  void a_connected_system_finds_the_same_and_a_stranger_nothing() throws Exception {
    JsonNode found = people();
    assertThat(found.get("people").findValuesAsText("profile")).contains(profile);
    assertThat(found.toString()).doesNotContain("Mateo");
    assertThatThrownBy(
            () -> vellum().stranger().get("/search/api/people?skill=a", "application/json"))
        .isInstanceOfSatisfying(
            ApiRefused.class, refused -> assertThat(refused.status()).isEqualTo(401));
    assertThatThrownBy(() -> vellum().signedIn(LEARNER).get("/search", "text/html"))
        .isInstanceOfSatisfying(
            ApiRefused.class, refused -> assertThat(refused.status()).isEqualTo(403));
    assertThat(vellum().stranger().get("/search/api/openapi.json", "application/json").body())
        .contains("\"openapi\"");
  }

  @Test
  @Order(40)
  void the_employer_asks_the_learner_agrees_and_the_record_verifies() throws Exception {
    employer.locator("#message").fill("We build dashboards and like what you can do.");
    Browser.button(employer, "Ask for the full record");
    assertThat(employer.locator(".flash").innerText()).contains("sees your request");
    Browser.picture(employer, "search-profile");

    learner.navigate("/search/my/requests");
    assertThat(learner.locator("main").innerText()).contains("We build dashboards");
    Browser.picture(learner, "search-request");
    Browser.button(learner, "Show my full record");

    link =
        eventually(() -> {
          employer.navigate("/search/shortlist");
          employer.getByText("See the record").first().click();
          assertThat(employer.url()).contains("/shares/");
          return employer.url();
        });
    assertThat(employer.content()).contains("Mateo");
    String credential =
        vellum()
            .stranger()
            .get(link.substring(vellum().address().toString().length()), "application/vc+ld+json")
            .body();
    assertThat(
            vellum()
                .stranger()
                .post("/verify", "application/json", credential.getBytes(StandardCharsets.UTF_8))
                .body())
        .contains("\"verdict\":\"valid\"");
  }

  @Test
  @Order(50)
  void the_learner_sees_who_saw_and_withdraws_and_nothing_is_found_any_more() throws Exception {
    learner.navigate("/search/my/profile");
    assertThat(learner.locator("#seen ~ table").innerText()).contains("employer");
    Browser.picture(learner, "search-seen");
    Browser.button(learner, "Withdraw at once");

    assertThat(search(employer)).contains("Nobody was found");
    assertThat(employer.navigate("/search/people/" + profile).status()).isEqualTo(404);
    assertThat(people().get("people")).isEmpty();
    assertThat(vellum().stranger().get(feed, "application/atom+xml").body())
        .contains("<feed")
        .doesNotContain("<entry");
    JsonNode audit =
        new ObjectMapper()
            .readTree(vellum().signedIn("admin").get("/audit", "application/json").body());
    assertThat(audit.get("intact").asBoolean()).isTrue();
  }

  private JsonNode people() throws Exception {
    String query = java.net.URLEncoder.encode(skill, StandardCharsets.UTF_8);
    return new ObjectMapper()
        .readTree(system.get("/search/api/people?skill=" + query, "application/json").body());
  }

  private String search(Page page) {
    page.navigate("/search");
    page.locator("input[name=skill]").first().fill(skill);
    Browser.button(page, "Search");
    return page.locator("main").innerText();
  }

  /** What comes true by itself once the events have arrived. */
  protected static String eventually(Callable<String> what) throws Exception {
    long end = System.nanoTime() + ARRIVAL.toNanos();
    while (true) {
      try {
        return what.call();
      } catch (AssertionError | RuntimeException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(300);
      }
    }
  }
}
