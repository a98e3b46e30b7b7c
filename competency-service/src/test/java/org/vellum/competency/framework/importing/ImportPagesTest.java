package org.vellum.competency.framework.importing;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.ctdlasn.CtdlAsn;
import org.vellum.competency.framework.spreadsheet.RowReport;
import org.vellum.competency.framework.spreadsheet.Spreadsheets;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class ImportPagesTest {
  private static final String SCRIPT = "</title><script>alert('x')</script>\" onload=\"x";
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final ImportingFixture fixture = new ImportingFixture(database);
  private final ImportPages pages =
      new ImportPages(
          fixture.plans, fixture.revisions, Clock.fixed(FrameworkFixture.NOW, ZoneOffset.UTC));

  @Test
  void a_plan_shows_what_would_change_and_lets_a_registrar_choose() throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.framework.importing(whole.toString());
    ((ObjectNode) Packages.items(whole).get(0)).put("fullStatement", "Said otherwise");
    Packages.items(whole).remove(1);
    UUID plan = fixture.planned(whole);

    String html = html(pages.plan(fixture.preview(plan)));

    assertThat(html)
        .contains("Can do thing 1", "Said otherwise", "T.2 Can do thing 2")
        .contains(
            "/imports/" + plan + "/merge",
            "/imports/" + plan + "/new-version",
            "/imports/" + plan + "/cancel");
    assertThat(html(pages.imports(List.of(), ""))).contains("/imports/" + plan, "a file");
  }

  @Test
  void script_in_every_field_is_shown_and_never_run() throws Exception {
    ObjectNode whole = Packages.ofItems(2);
    fixture.framework.importing(whole.toString());
    ((ObjectNode) Packages.items(whole).get(0)).put("fullStatement", SCRIPT).put(SCRIPT, SCRIPT);
    Packages.document(whole).put("title", SCRIPT);
    Packages.items(whole).remove(1);
    UUID plan = fixture.planned(whole);
    Page preview = pages.plan(fixture.preview(plan));
    fixture.carryingOut(plan);
    Packages.document(whole).put("title", "Harmless");
    fixture.carryingOut(fixture.planned(whole));
    Page revisions =
        pages.revisions(
            fixture.framework.frameworks.find(DOCUMENT, Audience.REGISTRARS).orElseThrow(),
            Audience.REGISTRARS);
    Page refused = pages.imports(List.of(Finding.error("code", SCRIPT, SCRIPT)), SCRIPT);

    for (Page page : List.of(preview, revisions, refused)) {
      assertThat(html(page))
          .contains("&lt;script&gt;")
          .doesNotContain("<script>")
          .doesNotContain("\" onload=");
    }
  }

  @Test
  void a_plan_that_is_stale_offers_only_to_be_cancelled() throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.framework.importing(whole.toString());
    Packages.document(whole).put("title", "First");
    UUID first = fixture.planned(whole);
    Packages.document(whole).put("title", "Second");
    UUID second = fixture.planned(whole);
    fixture.carryingOut(first);
    assertThat(html(pages.plan(fixture.preview(second))))
        .contains("Too late", "/cancel")
        .doesNotContain("/merge", "/new-version");
  }

  @Test
  void a_choice_of_frameworks_keeps_no_secret() {
    Page page =
        new Page(
            "org/vellum/competency/framework/importing/documents",
            Map.of(
                "address", "https://case.example",
                "documents", List.of(),
                "more", true,
                "tokenAddress", "https://login.example/token",
                "clientId", "me",
                "scope", ""));
    assertThat(html(page))
        .contains("name=\"clientSecret\" type=\"password\" autocomplete=\"off\"")
        .contains("value=\"me\"");
  }

  @Test
  void what_comes_is_known_by_its_first_bytes() throws Exception {
    Spreadsheets spreadsheets =
        new Spreadsheets(
            fixture.framework.objects,
            fixture.framework.ids,
            FrameworkFixture.CLOCK,
            FrameworkFixture.PLATFORM,
            FrameworkFixture.BOUNDS);
    Incoming incoming =
        new Incoming(
            fixture.planImport,
            spreadsheets,
            new CtdlAsn(fixture.framework.objects, FrameworkFixture.CLOCK),
            FrameworkFixture.PLATFORM,
            FrameworkFixture.BOUNDS);
    var csv = new ByteArrayOutputStream();
    spreadsheets.writeTemplate(Spreadsheets.Form.CSV, csv);
    var xlsx = new ByteArrayOutputStream();
    spreadsheets.writeTemplate(Spreadsheets.Form.XLSX, xlsx);
    String ctdlAsn =
        """
        {"@context": "x", "@graph": [{"@id": "https://x.example/f",
          "@type": "ceasn:CompetencyFramework", "ceasn:name": "F"}]}
        """;
    for (byte[] bytes :
        List.of(
            ("\uFEFF" + csv.toString(UTF_8)).getBytes(UTF_8),
            xlsx.toByteArray(),
            ctdlAsn.getBytes(UTF_8),
            Packages.ofItems(1).toString().getBytes(UTF_8),
            Packages.ofItems(1).toString().getBytes(UTF_16))) {
      assertThat(planning(incoming, bytes)).isInstanceOf(PlanImport.Result.Planned.class);
    }
    assertThat(planning(incoming, "{\"@context\":1}".getBytes(UTF_8)))
        .isInstanceOf(PlanImport.Result.Refused.class);
    assertThat(planning(incoming, new byte[0])).isInstanceOf(PlanImport.Result.Refused.class);
  }

  @Test
  void a_report_names_every_row_the_good_ones_too() throws Exception {
    Incoming incoming = incoming();
    String csv =
        """
        sheet,title,creator,humanCodingScheme,fullStatement,statusStartDate,parent
        CFDocuments,A framework,Somebody,,,,
        CFItems,,,A,Does it,,
        CFItems,,,B,=Does that,soon,A
        """;
    RowReport report = incoming.report(csv.getBytes(UTF_8)).orElseThrow();
    assertThat(report.lines())
        .extracting(RowReport.Line::place, RowReport.Line::name, RowReport.Line::outcome)
        .containsExactly(
            tuple("CFDocuments:2", "A framework", "good"),
            tuple("CFItems:3", "Does it", "good"),
            tuple("CFItems:4", "=Does that", "warning"));
    assertThat(report.lines().getLast().findings().getFirst()).startsWith("statusStartDate: ");
    assertThat(report.csv())
        .startsWith("row,name,outcome,found")
        .contains("CFItems:3,Does it,good,", "CFItems:4,'=Does that,warning,");

    RowReport refused =
        incoming.report(csv.replace(",soon,A", ",,Z").getBytes(UTF_8)).orElseThrow();
    assertThat(refused.lines())
        .extracting(RowReport.Line::outcome)
        .containsExactly("good", "good", "error");
    RowReport unreadable = incoming.report("nothing,of\nours,x\n".getBytes(UTF_8)).orElseThrow();
    assertThat(unreadable.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.outcome()).isEqualTo("error"));
    assertThat(incoming.report(Packages.ofItems(1).toString().getBytes(UTF_8))).isEmpty();
    assertThat(fixture.framework.frameworks.count(Audience.REGISTRARS)).isZero();
  }

  private Incoming incoming() {
    return new Incoming(
        fixture.planImport,
        new Spreadsheets(
            fixture.framework.objects,
            fixture.framework.ids,
            FrameworkFixture.CLOCK,
            FrameworkFixture.PLATFORM,
            FrameworkFixture.BOUNDS),
        new CtdlAsn(fixture.framework.objects, FrameworkFixture.CLOCK),
        FrameworkFixture.PLATFORM,
        FrameworkFixture.BOUNDS);
  }

  private static PlanImport.Result planning(Incoming incoming, byte[] bytes) throws Exception {
    return database.inTransaction(() -> incoming.plan(bytes, false, "a file", "rita"));
  }

  private static String html(Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.putAll(
        Map.of(
            "user", "rita",
            "roles", Set.of("registrar"),
            "csrf", "token",
            "navigation", List.of(),
            "institution", "Alder Ridge",
            "baseUrl", FrameworkFixture.BASE,
            "path", "/competency/frameworks/imports",
            "flash", "",
            "assets", Map.of("icon.svg", "i", "vellum.css", "c", "htmx.js", "h", "tree.js", "t")));
    return new Templates()
        .fill(page.template(), model, ImportPagesTest.class.getClassLoader())
        .replaceAll("<script src=\"[ht]\" defer></script>", "");
  }
}
