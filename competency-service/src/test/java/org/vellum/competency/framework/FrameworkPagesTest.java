package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.platform.pages.Page;
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
      new FrameworkPages(
          new FrameworkList(fixture.jdbi),
          new FrameworkContents(fixture.jdbi),
          fixture.objects,
          fixture.lineages);

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
  void of_five_thousand_items_a_page_holds_a_few_hundred_and_the_others_are_a_step_away()
      throws Exception {
    fixture.importing(Packages.ofItems(5_000).toString());

    String html = html(pages.tree(framework(), Audience.EVERYONE));
    assertThat(html).contains("5000 items", "Can do thing 1<", "hx-trigger=\"toggle once\"");
    assertThat(html.length()).isLessThan(250_000);
    assertThat(shown(html)).hasSizeBetween(100, 320);

    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(html));
    while (!open.isEmpty()) {
      String page = open.removeFirst();
      all.addAll(shown(page));
      Matcher folded = Pattern.compile("hx-get=\"[^\"]*/branches/([^\"]*)\"").matcher(page);
      while (folded.find()) {
        open.add(
            html(pages.findBranch(framework(), folded.group(1), Audience.EVERYONE).orElseThrow()));
      }
    }
    assertThat(all).hasSize(5_000);
  }

  @Test
  void a_long_row_of_siblings_comes_in_parts() throws Exception {
    ObjectNode whole = Packages.empty();
    for (int i = 1; i <= 700; i++) {
      Packages.addItem(whole, i);
      Packages.addChild(whole, i, Packages.DOCUMENT).put("sequenceNumber", i);
    }
    fixture.importing(whole.toString());
    Set<String> all = new HashSet<>();
    for (int from = 0; from < 700; from += FrameworkPages.AT_ONCE) {
      var looking = new FrameworkPages.Looking("", from, "");
      String html = html(pages.tree(framework(), Audience.EVERYONE, looking));
      assertThat(shown(html)).hasSizeLessThanOrEqualTo(FrameworkPages.AT_ONCE);
      all.addAll(shown(html));
    }
    assertThat(all).hasSize(700);
  }

  @Test
  void a_branch_is_a_page_of_its_own_with_what_stands_above() throws Exception {
    fixture.importing(Packages.ofItems(120).toString());
    var looking = new FrameworkPages.Looking(Packages.item(12), 0, "");
    String html = html(pages.tree(framework(), Audience.EVERYONE, looking));
    assertThat(html)
        .contains("Above this branch", "branch=" + Packages.item(1), "Can do thing 120");
    assertThat(shown(html)).doesNotContain(Packages.item(11));
  }

  @Test
  void a_search_within_a_framework_finds_codes_and_statements_and_leads_to_their_place()
      throws Exception {
    fixture.importing(Packages.ofItems(30).toString());
    var looking = new FrameworkPages.Looking("", 0, "t.2");
    assertThat(html(pages.tree(framework(), Audience.EVERYONE, looking)))
        .contains("11 items found", "branch=" + Packages.item(29))
        .doesNotContain("class=\"tree\"");
    var nothing = new FrameworkPages.Looking("", 0, "%\"><b>");
    assertThat(html(pages.tree(framework(), Audience.EVERYONE, nothing)))
        .contains("Nothing found")
        .doesNotContain("<b>");
  }

  @Test
  void the_list_is_narrowed_by_facets_which_never_tell_of_drafts() throws Exception {
    for (int i = 1; i <= 4; i++) {
      ObjectNode whole = Packages.empty();
      ObjectNode document = Packages.document(whole).put("identifier", Packages.item(900 + i));
      document.put("title", "Framework " + i).put("language", i < 3 ? "en" : "de");
      document.put("creator", i == 1 ? "Alder & Ridge" : "Someone");
      document.putArray("subject").add("Nursing").add(i == 4 ? "Secret subject" : "Care");
      if (i == 4) {
        document.put("adoptionStatus", "Draft");
      }
      fixture.importing(whole.toString());
    }
    FrameworkList list = new FrameworkList(fixture.jdbi);
    var german = new FrameworkList.Wanted("", "", "", "", "de");
    assertThat(list.count(german, Audience.EVERYONE)).isEqualTo(1);
    assertThat(list.count(german, Audience.REGISTRARS)).isEqualTo(2);
    assertThat(list.facets(german, Audience.EVERYONE).getOrDefault("language", List.of()))
        .containsExactly(
            new FrameworkList.Value("en", 2, false), new FrameworkList.Value("de", 1, true));
    assertThat(list.facets(FrameworkList.Wanted.ANYTHING, Audience.EVERYONE).toString())
        .contains("Nursing", "Care")
        .doesNotContain("Secret", "Draft");
    var nursing = new FrameworkList.Wanted("framework", "", "Alder & Ridge", "Nursing", "");
    assertThat(list.list(nursing, Audience.EVERYONE, 9, 0))
        .extracting(Framework::title)
        .containsExactly("Framework 1");
    assertThat(html(pages.list(german, Audience.EVERYONE, 0, List.of(), "")))
        .contains("creator=Someone", "&amp;language=de", "<strong>de</strong>")
        .doesNotContain("Framework 1<");
  }

  @Test
  void drafts_in_review_are_listed_for_reviewers_only() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", "Draft");
    fixture.importing(whole.toString());
    assertThat(pages.listInReview(true)).isEmpty();
    fixture.jdbi.useHandle(
        handle -> handle.execute("update competency.framework set in_review = true"));
    assertThat(pages.listInReview(false)).isEmpty();
    Page list = pages.list(Audience.EVERYONE, 0, List.of(), "");
    assertThat(html(list)).doesNotContain("Drafts in review");
    assertThat(html(list.with("reviews", pages.listInReview(true))))
        .contains("Drafts in review", DOCUMENT + "/review", "A framework, version 3");
    fixture.adopting(DOCUMENT);
    assertThat(pages.listInReview(true)).isEmpty();
  }

  private static Set<String> shown(String html) {
    Set<String> shown = new HashSet<>();
    Matcher item = Pattern.compile("id=\"item-([^\"]*)\"").matcher(html);
    while (item.find()) {
      shown.add(item.group(1));
    }
    return shown;
  }

  private Framework framework() {
    return fixture.frameworks.find(DOCUMENT, Audience.REGISTRARS).orElseThrow();
  }

  /** Puts script into every text that is not an identifier, a time or a type. */
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

  private static String html(Page page) {
    return Rendered.html(page);
  }
}
