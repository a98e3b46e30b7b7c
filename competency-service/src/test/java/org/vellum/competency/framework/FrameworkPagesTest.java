package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.pages.TaughtViews;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class FrameworkPagesTest {
  private static final String SCRIPT = "</title><script>alert('x')</script>\" onload=\"x";
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);
  private static final UUID FIRST = UUID.fromString(Packages.item(1));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);
  private final FrameworkPages pages =
      new FrameworkPages(fixture.frameworks, new FrameworkContents(fixture.jdbi), fixture.objects);

  @Test
  void script_in_every_field_is_shown_and_never_run() throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    Packages.associate(whole, Packages.item(1), "isRelatedTo", Packages.item(99));
    whole.path("CFItems").forEach(FrameworkPagesTest::poison);
    whole.path("CFAssociations").forEach(FrameworkPagesTest::poison);
    poison(Packages.document(whole));
    assertThat(fixture.importing(whole.toString())).isInstanceOf(Result.Imported.class);

    for (Page page :
        List.of(
            pages.list(Audience.REGISTRARS, 0, List.of(), ""),
            pages.tree(framework(), Audience.REGISTRARS),
            pages.findItem(FIRST, Audience.REGISTRARS).orElseThrow())) {
      assertThat(html(page))
          .contains("&lt;script&gt;")
          .doesNotContain("<script>")
          .doesNotContain("\" onload=")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void findings_are_shown_escaped_beside_the_form() {
    Finding finding = Finding.error("code", "/" + SCRIPT, SCRIPT);
    String html = html(pages.list(Audience.REGISTRARS, 0, List.of(finding), "Not taken."));
    assertThat(html).contains("Not taken.", "enctype=\"multipart/form-data\"");
    assertThat(html).doesNotContain("<script>");
    assertThat(html.indexOf("name=\"csrf\"")).isLessThan(html.indexOf("name=\"file\""));
  }

  @Test
  void without_frameworks_the_page_says_so_and_only_registrars_may_import() {
    assertThat(html(pages.list(Audience.EVERYONE, 0, List.of(), "")))
        .contains("No framework is published yet.")
        .doesNotContain("type=\"file\"");
    assertThat(html(pages.list(Audience.REGISTRARS, 0, List.of(), "")))
        .contains("Import the first one below.", "type=\"file\"");
  }

  @Test
  void the_tree_shows_items_levels_and_links_that_dangle() throws Exception {
    ObjectNode whole = Packages.ofItems(25);
    Packages.associate(whole, Packages.item(1), "exactMatchOf", Packages.item(99));
    fixture.importing(whole.toString());

    assertThat(html(pages.tree(framework(), Audience.EVERYONE)))
        .contains("25 items", "10 on level 1", "15 on level 2")
        .contains(">T.25</a>", "Can do thing 25", "<span class=\"code\">T.1</span>")
        .contains("Links that lead elsewhere", "https://publisher.example/CFItems/")
        .doesNotContain("Found at import");
    assertThat(html(pages.tree(framework(), Audience.REGISTRARS)))
        .contains("Found at import", "/CFAssociations/25/destinationNodeURI");
  }

  @Test
  void the_page_of_an_item_shows_its_associations() throws Exception {
    ObjectNode whole = Packages.ofItems(12);
    Packages.associate(whole, Packages.item(1), "exactMatchOf", Packages.item(99));
    fixture.importing(whole.toString());

    assertThat(html(pages.findItem(FIRST, Audience.EVERYONE).orElseThrow()))
        .contains("Can do thing 1", "exactMatchOf", "in the other direction")
        .contains("/competency/ims/case/v1p1/CFItems/" + Packages.item(11))
        .contains("https://publisher.example/CFItems/" + Packages.item(99));
  }

  @Test
  void thousands_of_items_fit_on_the_page() throws Exception {
    fixture.importing(Packages.ofItems(2_500).toString());
    assertThat(html(pages.tree(framework(), Audience.EVERYONE)))
        .contains("2500 items", "Can do thing 2500");
  }

  private Framework framework() {
    return fixture.frameworks.find(DOCUMENT, Audience.REGISTRARS).orElseThrow();
  }

  /** Puts script into every text that is not an identifier, a time or a type. */
  @Test
  void an_item_shows_what_the_catalogue_tells_of_it() throws Exception {
    fixture.importing(Packages.ofItems(1).toString());
    assertThat(html(pages.findItem(FIRST, Audience.EVERYONE).orElseThrow()))
        .doesNotContain("In the catalogue");

    KnownItems.KnownItem item =
        new KnownItems.KnownItem(FIRST, Optional.empty(), "", FIRST, "", false, false);
    List<TaughtViews.Neighbour> nothing = List.of();
    pages.showTaught((asked, audience) ->
        Optional.of(
            new TaughtViews.Taught(
                item,
                List.of(),
                List.of(),
                List.of(),
                List.of(new TaughtViews.ProgramName("C", "A <certificate>")),
                nothing,
                nothing,
                false)));
    assertThat(html(pages.findItem(FIRST, Audience.EVERYONE).orElseThrow()))
        .contains("In the catalogue", "A &lt;certificate&gt;");
  }

  private static void poison(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      switch (member.getKey()) {
        case "identifier", "lastChangeDateTime", "associationType", "sequenceNumber" -> {}
        case "uri" -> ((ObjectNode) object).put("uri", "javascript:alert(1)//" + SCRIPT);
        default -> {
          if (member.getValue().isTextual()) {
            member.setValue(((ObjectNode) object).textNode(SCRIPT));
          } else if (!(member.getValue() instanceof ArrayNode)) {
            poison(member.getValue());
          }
        }
      }
    }
    if (object.has("fullStatement") || object.has("creator")) {
      for (String name :
          List.of(
              "CFItemType",
              "notes",
              "language",
              "publisher",
              "adoptionStatus",
              "abbreviatedStatement",
              "alternativeLabel",
              "listEnumeration",
              "description",
              "version",
              "officialSourceURL",
              "frameworkType")) {
        ((ObjectNode) object).put(name, SCRIPT);
      }
      ((ObjectNode) object).putArray("subject").add(SCRIPT);
      ((ObjectNode) object).putArray("educationLevel").add(SCRIPT);
    }
  }

  private String html(Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.putAll(
        Map.of(
            "user", "rita",
            "roles", Set.of("registrar"),
            "csrf", "token",
            "navigation", List.of(),
            "institution", "Alder Ridge",
            "baseUrl", FrameworkFixture.BASE,
            "path", "/competency/frameworks",
            "flash", "",
            "assets", Map.of("icon.svg", "i", "vellum.css", "c", "htmx.js", "h")));
    return new Templates()
        .fill(page.template(), model, FrameworkPagesTest.class.getClassLoader())
        .replace("<script src=\"h\" defer></script>", "");
  }
}
