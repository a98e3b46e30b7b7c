package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A framework's life as a newcomer lives it from the pages alone: imported, revised, reviewed,
 * compared, adopted, and in the end superseded. The steps are those of {@code docs/frameworks.md}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameworkLifeTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String DOCUMENT = LifePackages.id("document");
  private static final String ROOT = "/competency/frameworks/";
  private static final String CASE = "/competency/ims/case/v1p1/";
  private static final String TEACHER = "hmarchetti";

  private Browser browser;
  private Page registrar;
  private Page faculty;
  private String draft = "";

  @BeforeAll
  void openBrowser() {
    browser = Browser.at(VELLUM.address());
    registrar = browser.visitor();
    faculty = browser.visitor();
    Browser.signIn(registrar, "registrar", VELLUM.password("registrar"));
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void the_registrar_imports_a_framework_from_a_file() {
    importing(LifePackages.of(DOCUMENT, "Life of a framework", 25));
    assertThat(flash()).contains("Imported: 25 items");
    assertThat(registrar.locator("h1").innerText()).isEqualTo("Life of a framework");
    picture("life-imported");
  }

  @Test
  @Order(2)
  void a_mistaken_new_version_is_discarded_once_that_is_confirmed() {
    registrar.navigate(ROOT + DOCUMENT);
    Browser.button(registrar, "New version");
    String mistaken = registrar.url();
    registrar
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Discard").setExact(true))
        .click();
    assertThat(registrar.locator("h1").innerText()).isEqualTo("Discard this draft?");
    assertThat(registrar.locator("main").innerText()).contains("25 items", "cannot be undone");
    picture("life-discard");
    Browser.button(registrar, "Discard the draft");
    assertThat(flash()).contains("is discarded");
    assertThat(registrar.url()).endsWith(DOCUMENT);
    assertThat(registrar.navigate(mistaken).status()).isEqualTo(404);
  }

  @Test
  @Order(3)
  void a_new_version_is_one_click() {
    registrar.navigate(ROOT + DOCUMENT);
    Browser.button(registrar, "New version");
    assertThat(flash()).contains("A new version is begun");
    draft = registrar.url().substring(registrar.url().lastIndexOf('/') + 1);
    assertThat(draft).isNotEqualTo(DOCUMENT);
    assertThat(registrar.locator(".lead").innerText()).contains("version 2", "Draft");
    picture("life-draft");
  }

  @Test
  @Order(4)
  void an_item_is_edited_in_place_and_another_is_added_below_it() {
    toolOf("L.1", "Edit");
    registrar.getByLabel("Full statement").fill("Does the first thing with care");
    Browser.button(registrar, "Save");
    assertThat(flash()).contains("Saved");
    picture("life-edit");
    registrar.navigate(ROOT + draft);
    toolOf("L.1", "Add below");
    registrar.getByLabel("Full statement").fill("A wholly new thing");
    registrar.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("L.1.NEW");
    Browser.button(registrar, "Add");
    assertThat(flash()).contains("Saved");
    registrar.navigate(ROOT + draft);
    assertThat(registrar.locator("#items").innerText())
        .contains("Does the first thing with care", "L.1.NEW", "26 items");
  }

  @Test
  @Order(5)
  void whoever_saves_second_sees_both_versions() {
    toolOf("L.2", "Edit");
    Page other = registrar.context().newPage();
    other.navigate(registrar.url());
    other.getByLabel("Notes").fill("Their note");
    Browser.button(other, "Save");
    registrar.getByLabel("Notes").fill("My note");
    Browser.button(registrar, "Save");
    assertThat(registrar.locator("#both").innerText())
        .contains("Somebody else saved this meanwhile", "Their note", "My note");
    picture("life-both");
    Browser.button(registrar, "Save");
    assertThat(flash()).contains("Saved");
    assertThat(registrar.getByLabel("Notes").inputValue()).isEqualTo("My note");
    other.close();
  }

  @Test
  @Order(6)
  void an_item_is_moved_by_its_form_by_dragging_and_the_last_move_is_undone() {
    toolOf("L.3", "Edit");
    Browser.button(registrar, "Up");
    assertThat(flash()).contains("Moved");
    registrar.navigate(ROOT + draft);
    assertThat(codes()).startsWith("L.1", "L.3", "L.2");
    drag(
        registrar
            .locator("ul.tree > li", new Page.LocatorOptions().setHasText("Can do thing 4"))
            .last(),
        registrar.locator("ul.tree > li > details > summary").first());
    assertThat(flash()).contains("Moved");
    assertThat(codes()).startsWith("L.4", "L.1", "L.3", "L.2");
    registrar.getByText("History and undo").click();
    Browser.button(registrar, "Undo");
    assertThat(flash()).contains("Taken back: Moved");
    registrar.navigate(ROOT + draft);
    assertThat(codes()).startsWith("L.1", "L.3", "L.2", "L.4");
  }

  @Test
  @Order(7)
  void the_faculty_reads_the_draft_only_while_it_is_in_review_and_comments_on_it() {
    Browser.signIn(faculty, TEACHER, VELLUM.password(TEACHER));
    assertThat(faculty.navigate(ROOT + draft + "/review").status()).isEqualTo(404);
    registrar.navigate(ROOT + draft + "/review");
    Browser.button(registrar, "Give it to the faculty");
    faculty.navigate("/competency/frameworks");
    faculty.locator("#reviews a", new Page.LocatorOptions().setHasText("Life of")).click();
    assertThat(faculty.url()).endsWith(draft + "/review");
    faculty.getByLabel("Of the item").fill("L.1.NEW");
    faculty.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)).fill("Is this new?");
    Browser.button(faculty, "Comment");
    assertThat(faculty.locator("#comments").innerText()).contains("L.1.NEW", "Is this new?");
    Browser.picture(faculty, "life-review");
    assertThat(faculty.navigate(ROOT + draft).status()).isEqualTo(404);
    assertThat(faculty.navigate(ROOT + draft + "/draft/history").status()).isEqualTo(403);
    registrar.navigate(ROOT + draft + "/review");
    Browser.button(registrar, "Settled");
    assertThat(registrar.locator("#comments").innerText()).contains("settled by registrar");
  }

  @Test
  @Order(8)
  void nobody_else_finds_the_draft_at_any_address() throws Exception {
    registrar.navigate(ROOT + draft);
    String item = registrar.locator("li[data-item]").first().getAttribute("data-item");
    Wire stranger = Wire.to(VELLUM.address());
    // Every address that there is, and every count, are asked by DraftsAreNowhereTest.
    for (String path :
        List.of(
            ROOT + draft,
            ROOT + DOCUMENT + "/versions/2",
            ROOT + DOCUMENT + "/differences?from=" + draft,
            CASE + "CFPackages/" + draft,
            CASE + "CFItems/" + item)) {
      for (String form : List.of(Wire.JSON, Wire.HTML)) {
        assertThat(stranger.get(path, form).statusCode()).as(path).isIn(303, 404, 406);
        assertThat(stranger.get(path, form).body())
            .as(path)
            .doesNotContain("first thing with care");
      }
    }
    String replaced = CASE + "CFItemAssociations/" + LifePackages.id("item 1");
    assertThat(stranger.get(replaced, Wire.JSON).body()).doesNotContain(draft);
  }

  @Test
  @Order(9)
  void what_changed_is_shown_field_by_field() {
    registrar.navigate(ROOT + draft);
    registrar.getByText("What changed").click();
    assertThat(registrar.locator("nav[aria-label='Kinds of change']").innerText())
        .contains("1 added", "2 changed", "1 moved", "0 retired");
    assertThat(registrar.locator("#changed").innerText())
        .contains("Does the first thing with care", "Can do thing 1", "My note");
    picture("life-differences");
  }

  @Test
  @Order(10)
  void an_adopted_version_supersedes_the_one_before_it_which_stays() {
    registrar.navigate(ROOT + draft);
    Browser.button(registrar, "Adopt");
    assertThat(flash()).contains("adopted and public");
    Page stranger = browser.visitor();
    stranger.navigate(ROOT + draft);
    assertThat(stranger.locator(".lead").innerText()).contains("version 2", "Implemented");
    stranger.navigate(ROOT + DOCUMENT);
    assertThat(stranger.locator("#superseded").innerText()).contains("superseded by version 2");
    stranger.navigate(ROOT + draft + "/versions/1");
    assertThat(stranger.url()).endsWith(DOCUMENT);
    assertThat(stranger.locator(".lead").innerText()).contains("version 1", "Retired");
    assertThat(registrar.navigate(ROOT + draft + "/draft/CFItems").status()).isEqualTo(409);
    registrar.navigate(ROOT + DOCUMENT);
    registrar.getByText("Who attained what").click();
    assertThat(registrar.locator("main").innerText()).contains("superseded by version 2");
    picture("life-attainments");
    registrar.navigate(ROOT + draft + "/versions");
    picture("life-versions");
  }

  private void importing(ObjectNode casePackage) {
    registrar.navigate("/competency/frameworks");
    registrar
        .locator("input[type=file]")
        .first()
        .setInputFiles(
            new FilePayload(
                "package.json",
                Wire.JSON,
                casePackage.toString().getBytes(StandardCharsets.UTF_8)));
    Browser.button(registrar, "Import");
  }

  /** Follows the link beside an item of the draft's tree. */
  private void toolOf(String code, String tool) {
    registrar.navigate(ROOT + draft);
    registrar
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName(tool + " " + code).setExact(true))
        .first()
        .click();
  }

  /**
   * Drags one to the upper edge of another. The drag has to begin before the page scrolls, and a
   * drop needs two moves above its place.
   */
  private void drag(Locator from, Locator to) {
    from.scrollIntoViewIfNeeded();
    from.hover(new Locator.HoverOptions().setPosition(120, 10));
    registrar.mouse().down();
    BoundingBox box = from.boundingBox();
    registrar.mouse().move(box.x + 130, box.y + 18);
    to.hover(new Locator.HoverOptions().setPosition(120, 4));
    to.hover(new Locator.HoverOptions().setPosition(121, 3));
    registrar.mouse().up();
  }

  /** The codes of the items at the top, in their order. */
  private List<String> codes() {
    return registrar.locator("ul.tree > li").all().stream()
        .map(item -> item.locator(".code").first().innerText().strip())
        .toList();
  }

  private String flash() {
    return registrar.locator(".flash").innerText();
  }

  private void picture(String name) {
    Browser.picture(registrar, name);
  }
}
