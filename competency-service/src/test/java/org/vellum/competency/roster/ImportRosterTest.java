package org.vellum.competency.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.roster.RosterZip.aRoster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** What an import stores and reports. */
class ImportRosterTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final RosterFixture fixture = new RosterFixture(database);

  @TempDir Path folder;

  @AfterEach
  void emptied() {
    fixture.jdbi.useHandle(handle -> handle.execute("truncate platform.event cascade"));
  }

  @Test
  void a_good_roster_is_taken_in_whole() throws Exception {
    RosterReport report = fixture.imported(aRoster(), folder);

    assertThat(report.errors()).isZero();
    assertThat(report.files()).allMatch(file -> file.added() == file.read() && file.read() > 0);
    assertThat(report.files()).hasSize(10);
    assertThat(fixture.progress.rows())
        .isEqualTo(report.files().stream().mapToInt(FileReport::read).sum())
        .isEqualTo(fixture.progress.known());
    assertThat(fixture.roster.findLearner("lukas").orElseThrow().familyName())
        .isEqualTo("Schönberger");
    assertThat(fixture.roster.findLineItem("item"))
        .contains(
            new LineItem(
                "item",
                "Decision brief",
                "class",
                "course",
                "Asking Questions",
                Optional.of("ADP 110"),
                Optional.of("final"),
                BigDecimal.ONE,
                BigDecimal.valueOf(4)));
    assertThat(fixture.roster.isEnrolled("amara", "class")).isTrue();
    assertThat(fixture.roster.isEnrolled("amara", "course")).isFalse();
  }

  @Test
  void the_same_roster_again_changes_and_announces_nothing() throws Exception {
    fixture.imported(aRoster(), folder);
    UUID amara = fixture.roster.findLearner("amara").orElseThrow().id();
    RosterReport again = fixture.imported(aRoster(), folder);

    assertThat(again.files()).allMatch(file -> file.unchanged() == file.read());
    assertThat(again.learners()).isZero();
    assertThat(fixture.events()).hasSize(2);
    assertThat(fixture.roster.findLearner("amara").orElseThrow().id()).isEqualTo(amara);
  }

  @Test
  void what_is_to_be_deleted_is_hidden_and_kept() throws Exception {
    fixture.imported(aRoster(), folder);
    RosterReport report =
        fixture.imported(
            RosterZip.empty()
                .with(
                    "users",
                    "enabledUser,username,givenName,familyName",
                    "amara,tobedeleted,2026-09-01,true,amara,Amara,Okafor")
                .calling("users", "delta"),
            folder);

    assertThat(file(report, "users.csv").updated()).isEqualTo(1);
    assertThat(report.learners()).isZero();
    assertThat(fixture.roster.findLearner("amara")).isEmpty();
    assertThat(fixture.count("competency.roster_user")).isEqualTo(3);
    fixture.imported(aRoster(), folder);
    assertThat(fixture.roster.findLearner("amara")).isPresent();
  }

  @Test
  void rows_that_a_bulk_file_no_longer_has_are_counted_and_stay() throws Exception {
    fixture.imported(aRoster().adding("categories", "extra,,,Extra,0"), folder);
    RosterReport report = fixture.imported(aRoster(), folder);

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("not-in-bulk"))
        .singleElement()
        .satisfies(note -> assertThat(note.place()).isEqualTo("categories.csv"))
        .satisfies(note -> assertThat(note.message()).startsWith("1 active rows"));
    assertThat(fixture.roster.unknownCategories(List.of("extra", "none"))).containsExactly("none");
  }

  @Test
  void a_report_is_kept_as_it_was_given() throws Exception {
    RosterReport report = fixture.imported(aRoster().adding("categories", "bad,,,,x"), folder);

    assertThat(fixture.reports.find(report.id())).contains(report);
    assertThat(fixture.reports.list(10)).extracting(RosterReport::id).containsExactly(report.id());
  }

  @Test
  void of_very_many_findings_the_first_are_kept_and_all_are_counted() throws Exception {
    RosterZip zip = aRoster();
    StringBuilder rows = new StringBuilder("sourcedId,status,dateLastModified,title,weight\n");
    rows.append("final,,,Final,1\n");
    for (int i = 0; i < 2_500; i++) {
      rows.append("c").append(i).append(",,,Title,heavy\n");
    }
    RosterReport report = fixture.imported(zip.withText("categories", rows.toString()), folder);

    assertThat(report.errors()).isEqualTo(2_500);
    assertThat(report.findings()).hasSize(1_000);
    assertThat(report.notKept()).isGreaterThanOrEqualTo(1_500);
    assertThat(file(report, "categories.csv").refused()).isEqualTo(2_500);
  }

  @Test
  void text_that_looks_like_markup_or_sql_is_kept_as_text() throws Exception {
    fixture.imported(
        aRoster()
            .replacing("users", "Lukas", "<script>alert(1)</script>")
            .replacing("courses", "Asking Questions", "'; drop table competency.course; --"),
        folder);

    assertThat(fixture.roster.findLearner("lukas").orElseThrow().givenName())
        .isEqualTo("<script>alert(1)</script>");
    assertThat(fixture.roster.findCourse("course").orElseThrow().title()).startsWith("'; drop");
  }

  @Test
  void an_import_is_accounted_for_without_names() throws Exception {
    RosterReport report = fixture.imported(aRoster(), folder);

    List<String> entries =
        fixture.jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "select details from platform.audit_entry where subject = :id"
                        + " and action = 'roster-imported' and actor = 'registrar'")
                .bind("id", report.id().toString())
                .mapTo(String.class)
                .list());
    assertThat(entries).singleElement().asString().contains("learners").doesNotContain("mara");
  }

  private static FileReport file(RosterReport report, String name) {
    return report.files().stream()
        .filter(file -> file.file().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
