package org.vellum.competency.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.catalogue.CatalogueFixture;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.RosterZip;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** The pages of roster and catalogue, filled from a real database. */
class PagesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private static final String SCRIPT = "<script>alert(1)</script>";

  private final PagesFixture pages = new PagesFixture(database);
  private final CatalogueFixture fixture = pages.catalogue;

  @TempDir Path folder;

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
    fixture.rosters.imported(
        RosterZip.aRoster().replacing("courses", "Asking Questions", SCRIPT), folder);
    fixture.replaced(aCatalogue());
  }

  @Test
  void the_catalogue_shows_programs_and_escapes_titles() {
    String page = page("catalogue/catalogue", CatalogueResource.page(pages.views, 0).model());

    assertThat(page).contains("Certificate", "25 August 2025", "&lt;script&gt;alert(1)");
    assertThat(page).doesNotContain(SCRIPT);
  }

  @Test
  void a_course_shows_what_each_line_item_evidences() {
    assertThat(pages.course("registrar"))
        .contains("Can do thing 1", "80 %", "T.1", "Decision brief", "70 %", "Earns 2 credits")
        .contains("name=\"csrf\" value=\"token\"", "Relate to a competency", ">End<")
        .doesNotContain(SCRIPT);
  }

  @Test
  void who_may_not_change_is_not_offered_to() {
    assertThat(pages.course("faculty"))
        .contains("Can do thing 1")
        .doesNotContain("Relate to a competency", ">End<");
  }

  @Test
  void programs_are_listed_fifty_at_a_time() throws Exception {
    ObjectNode many = aCatalogue();
    for (int i = 0; i < 60; i++) {
      many.withArray("programs").addObject().put("code", "P" + i).put("title", "Z " + i);
    }
    fixture.replaced(many);
    String first = page("catalogue/catalogue", CatalogueResource.page(pages.views, 0).model());
    String second = page("catalogue/catalogue", CatalogueResource.page(pages.views, 50).model());
    assertThat(first)
        .contains("Certificate", "catalogue?offset=50", "61 programs")
        .doesNotContain(">Before<", ">Z 9<");
    assertThat(second).contains(">Z 9<", "catalogue?offset=0").doesNotContain(">After<");
  }

  @Test
  void an_empty_catalogue_says_so() {
    Map<String, Object> nothing =
        Map.of("programs", List.of(), "courses", List.of(), "total", 0, "offset", 0, "size", 50);
    assertThat(page("catalogue/catalogue", nothing))
        .contains("has no program yet", "has no course yet");
  }

  @Test
  void a_report_shows_its_files_and_findings() throws Exception {
    RosterReport report =
        fixture.rosters.imported(
            RosterZip.aRoster().adding("categories", "c,,,T," + SCRIPT), folder);

    assertThat(page("roster/report", Map.of("report", report)))
        .contains("categories.csv:3:weight", "&lt;script&gt;", "30 September 2026")
        .doesNotContain(SCRIPT);
  }

  @Test
  void the_list_of_imports_shows_them_or_says_that_there_are_none() {
    assertThat(
            page(
                "roster/rosters",
                Map.of(
                    "reports",
                    fixture.rosters.listReports(),
                    "goingOn",
                    List.of(fixture.rosters.progress))))
        .contains("30 September 2026, 12:00 UTC", "enctype=\"multipart/form-data\"")
        .contains("Telling the other services", "Look again");
    assertThat(page("roster/rosters", Map.of("reports", List.of(), "goingOn", List.of())))
        .contains("Nothing has been imported yet");
  }

  private static String page(String template, Map<String, Object> model) {
    return PagesFixture.page("registrar", template, model);
  }
}
