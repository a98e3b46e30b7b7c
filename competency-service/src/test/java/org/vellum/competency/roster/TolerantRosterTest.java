package org.vellum.competency.roster;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.roster.RosterZip.aRoster;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.testsupport.TestDatabase;

/** What real tools write is read, and what is passed over is told. */
class TolerantRosterTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final RosterFixture fixture = new RosterFixture(database);

  @TempDir Path folder;

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_read() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .withText(
                    "categories",
                    "\uFEFFsourcedId,status,dateLastModified,title,weight\r\n"
                        + "final,,,\"Final, \"\"written\"\"\",100\r\n\r\n"),
            folder);

    assertThat(report.errors()).isZero();
    assertThat(title("final")).isEqualTo("Final, \"written\"");
  }

  @Test
  void utf_16_with_a_byte_order_mark_is_read() throws Exception {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      String title = "Prüfung in " + charset;
      String text =
          "\uFEFFsourcedId,status,dateLastModified,title,weight\r\nfinal,,," + title + ",100\r\n";
      RosterReport report =
          fixture.imported(aRoster().withBytes("categories", text.getBytes(charset)), folder);

      assertThat(report.errors()).isZero();
      assertThat(title("final")).isEqualTo(title);
    }
  }

  @Test
  void empty_columns_after_the_last_are_borne() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .withText(
                    "categories",
                    """
                    sourcedId,status,dateLastModified,title,weight,,
                    final,,,Final,100,,,,
                    b,,,Final,100,,surplus
                    c,,,Final,100,,,surplus
                    """),
            folder);

    assertThat(errors(report)).containsExactly("categories.csv:4:");
  }

  @Test
  void a_single_folder_and_what_macos_adds_are_passed_over() throws Exception {
    RosterReport report = fixture.imported(aRoster().in("export"), folder);

    assertThat(report.findings()).extracting(Finding::code).contains("in-a-folder");
    assertThat(report.errors()).isZero();
    RosterReport mac =
        fixture.imported(
            aRoster().withEntry("__MACOSX/._orgs.csv", "x").withEntry(".DS_Store", "x"), folder);
    assertThat(mac.findings())
        .filteredOn(finding -> finding.code().equals("file-passed-over"))
        .extracting(Finding::place)
        .containsExactly(".DS_Store");
  }

  @Test
  void metadata_columns_are_passed_over_with_a_note() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .replacing("categories", "title,weight", "title,metadata.color")
                .replacing("categories", ",100", ",red"),
            folder);

    assertThat(report.findings())
        .filteredOn(finding -> finding.place().equals("categories.csv:1"))
        .extracting(Finding::message)
        .containsExactly("not kept: metadata.color");
  }

  @Test
  void files_of_the_standard_that_are_not_kept_are_named() throws Exception {
    RosterReport report =
        fixture.imported(aRoster().with("userProfiles", "userSourcedId", "p,,,amara"), folder);

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("file-passed-over"))
        .extracting(Finding::place)
        .containsExactly("userProfiles.csv");
  }

  @Test
  void a_file_that_the_manifest_calls_absent_is_not_read() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .calling("lineItems", "absent")
                .calling("lineItemLearningObjectiveIds", "absent"),
            folder);

    assertThat(fixture.roster.findLineItem("item")).isEmpty();
    assertThat(report.warnings()).isEqualTo(2);
  }

  @Test
  void the_roster_of_the_demonstration_is_taken_in_whole() throws Exception {
    Path demonstration =
        Path.of(System.getProperty("vellum.root", ".."))
            .resolve("start/src/main/resources/demonstration/oneroster");
    RosterZip zip = RosterZip.empty();
    try (Stream<Path> files = Files.list(demonstration)) {
      for (Path file : files.sorted().toList()) {
        zip.withEntry(file.getFileName().toString(), Files.readString(file, UTF_8));
      }
    }
    RosterReport report = fixture.imported(zip, folder);

    assertThat(report.findings())
        .filteredOn(finding -> !finding.code().equals("columns-passed-over"))
        .isEmpty();
    assertThat(report.files()).hasSize(10);
    assertThat(fixture.roster.findLearner("learner-lukas")).isPresent();
  }

  private String title(String category) {
    return fixture.jdbi.withHandle(handle ->
        handle
            .createQuery("select title from competency.category where sourced_id = :id")
            .bind("id", category)
            .mapTo(String.class)
            .one());
  }

  private static List<String> errors(RosterReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::place)
        .toList();
  }
}
