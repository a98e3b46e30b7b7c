package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of a framework of 5,000 items, with scripts and without, wide and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeFrameworkTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final int MANY = 5_000;
  private static final int PHONE_WIDTH = 390;
  private static final String FRAMEWORKS = "/competency/frameworks/";
  private static final String LARGE = LifePackages.id("many");

  private Browser browser;
  private Page registrar;

  @BeforeAll
  void importFramework() throws Exception {
    Wire wire = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    String whole = LifePackages.of(LARGE, "A large framework", MANY).toString();
    assertThat(
            wire.post("/competency/frameworks", Wire.JSON, BodyPublishers.ofString(whole))
                .statusCode())
        .isIn(200, 201);
    browser = Browser.at(VELLUM.address());
    registrar = browser.visitor();
    Browser.signIn(registrar, "registrar", VELLUM.password("registrar"));
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void branches_unfold_by_the_keyboard() {
    registrar.navigate(FRAMEWORKS + LARGE);
    assertThat(registrar.content().length()).isLessThan(250_000);
    Locator folded = registrar.locator("details[hx-get]").first();
    folded.locator("summary").first().focus();
    registrar.keyboard().press("Enter");
    assertThat(folded.locator(".below li").first().innerText()).contains("L.");
    Browser.picture(registrar, "life-large");
  }

  @Test
  void without_scripts_each_branch_is_a_page_and_the_search_finds_what_is_folded() {
    Page plain = browser.visitorWithoutScripts();
    plain.navigate(FRAMEWORKS + LARGE);
    plain.locator("details[hx-get] > summary").first().click();
    plain.locator("details[hx-get][open] .below a").first().click();
    assertThat(plain.locator("ul.tree li").count()).isGreaterThan(1);
    plain.navigate(FRAMEWORKS + LARGE);
    plain.getByLabel("Search in this framework").fill("L.4999");
    Browser.button(plain, "Search");
    assertThat(plain.locator("#found").innerText()).contains("Can do thing 4999");
  }

  @Test
  void every_page_of_its_draft_fits_on_a_phone() {
    Page phone = browser.visitor(PHONE_WIDTH, 800);
    Browser.signIn(phone, "registrar", VELLUM.password("registrar"));
    phone.navigate(FRAMEWORKS + LARGE);
    Browser.button(phone, "New version");
    String draft = phone.url();
    String item = phone.locator("li[data-item]").first().getAttribute("data-item");
    List<String> paths =
        List.of(
            "/competency/frameworks?q=large",
            "/competency/frameworks/new",
            draft,
            draft + "/draft/CFItems/" + item + "?find=thing+12",
            draft + "/draft/history",
            draft + "/draft/definitions",
            draft + "/draft/CFRubrics",
            draft + "/draft/crosswalk?from=thing+1&to=thing+2",
            FRAMEWORKS + LARGE + "/versions",
            FRAMEWORKS + LARGE + "/attainments",
            draft + "/differences?from=" + LARGE);
    for (int i = 0; i < paths.size(); i++) {
      phone.navigate(paths.get(i));
      Browser.picture(phone, "life-phone-" + i);
      assertThat(Browser.overflow(phone)).as(paths.get(i)).isZero();
    }
  }
}
