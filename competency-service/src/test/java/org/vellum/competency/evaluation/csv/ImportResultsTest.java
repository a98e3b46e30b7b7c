package org.vellum.competency.evaluation.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.HistoryEntry;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.RosterReports;
import org.vellum.competency.roster.RosterZip;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

class ImportResultsTest {
  private static final String HEADER =
      "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,"
          + "scoreDate,comment,textScore\n";
  private static final String GOOD = "lab/ada,,,lab,ada,,9,2026-05-03,,\n";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final RosterReports reports = new RosterReports(institution.jdbi);
  private final ImportResults imports =
      new ImportResults(
          institution.recordResults(),
          new StagedObjectives(institution.jdbi),
          new KeepReport(reports, RosterFixture.audit(institution.jdbi)),
          EvaluationFixture.CLOCK,
          new Ids(EvaluationFixture.CLOCK, new SecureRandom()));

  @TempDir private Path folder;

  @BeforeEach
  void founded() {
    institution.found();
  }

  private ImportResults.Result result(byte[] csv) throws Exception {
    Path file = Files.write(folder.resolve("results.csv"), csv);
    return database.inTransaction(() ->
        imports.fromFile(
            file,
            UUID.randomUUID(),
            "teacher",
            Set.of("lab", "essay", "exam")::contains,
            ImportResults.Progress.UNHEARD));
  }

  private RosterReport imported(String csv) throws Exception {
    return imported(result(csv.getBytes(UTF_8)));
  }

  private static RosterReport imported(ImportResults.Result result) {
    return switch (result) {
      case ImportResults.Result.Imported(RosterReport report) -> report;
      case ImportResults.Result other -> throw new AssertionError(other.toString());
    };
  }

  private static FileReport counts(RosterReport report) {
    return report.files().getLast();
  }

  @Test
  void a_file_that_was_filled_in_becomes_facts_and_decides_what_they_attain() throws Exception {
    RosterReport report =
        imported(HEADER + GOOD + "essay/bea,,,essay,bea,,4,2026-05-04,Thin,\n,,,,,,,,,\n");
    assertThat(counts(report)).isEqualTo(new FileReport("filled-in.csv", "bulk", 3, 2, 0, 0, 1));
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(reports.find(report.id())).contains(report);
  }

  @Test
  void the_same_file_again_stores_nothing() throws Exception {
    imported(HEADER + GOOD);
    assertThat(counts(imported(HEADER + GOOD)))
        .isEqualTo(new FileReport("filled-in.csv", "bulk", 1, 0, 0, 1, 0));
    assertThat(institution.facts()).isEqualTo(1);
  }

  @Test
  void another_score_on_the_same_line_corrects() throws Exception {
    imported(HEADER + GOOD);
    imported(HEADER + GOOD.replace(",9,", ",2,"));
    assertThat(institution.facts()).isEqualTo(2);
    assertThat(institution.standing(ADA)).isEmpty();
  }

  @Test
  void a_score_that_goes_back_to_what_it_was_needs_a_date_and_the_report_says_so()
      throws Exception {
    imported(HEADER + GOOD);
    imported(HEADER + GOOD.replace(",9,", ",2,"));
    RosterReport back = imported(HEADER + GOOD);
    assertThat(counts(back)).isEqualTo(new FileReport("filled-in.csv", "bulk", 1, 0, 0, 1, 0));
    assertThat(back.findings())
        .extracting(Finding::severity, Finding::code, Finding::place)
        .containsExactly(
            tuple(Severity.WARNING, "changed-since", "filled-in.csv:2:dateLastModified"));
    assertThat(institution.standing(ADA)).isEmpty();

    RosterReport dated =
        imported(HEADER + GOOD.replace("lab/ada,,,", "lab/ada,,2026-05-04T10:00:00Z,"));
    assertThat(dated.findings()).isEmpty();
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(imported(HEADER + GOOD.replace(",9,", ",2,")).findings()).isEmpty();
    assertThat(institution.facts()).isEqualTo(3);
  }

  @Test
  void a_line_of_the_template_that_nobody_filled_in_says_nothing() throws Exception {
    String template =
        ResultTemplate.of(
            "lab",
            List.of(new Teaching.Student("ada", ADA, "=cmd(), Ada", java.util.Optional.empty())),
            LocalDate.of(2026, 5, 3));
    assertThat(template).contains("lab/ada,,,lab,ada,,,2026-05-03,,,\"'=cmd(), Ada\"");
    assertThat(counts(imported(template)))
        .isEqualTo(new FileReport("filled-in.csv", "bulk", 1, 0, 0, 1, 0));
    assertThat(counts(imported(template.replace(",ada,,,", ",ada,,8,"))).added()).isEqualTo(1);
  }

  @Test
  void a_result_that_comes_twice_in_a_file_is_corrected_by_its_second_line() throws Exception {
    imported(HEADER + GOOD + GOOD.replace(",9,", ",2,"));
    assertThat(institution.facts()).isEqualTo(2);
    assertThat(institution.standing(ADA)).isEmpty();
  }

  @Test
  void what_spreadsheets_do_to_a_file_is_borne() throws Exception {
    String csv =
        "\uFEFF"
            + HEADER.replace("\n", ",,\r\n")
            + "lab/ada,,,lab,ada,fully graded,9,2026-05-03,\"Well, \"\"done\"\"\",,,\r\n";
    assertThat(counts(imported(csv)).added()).isEqualTo(1);
  }

  @Test
  void a_file_in_utf_16_with_a_byte_order_mark_is_read() throws Exception {
    String csv = "\uFEFF" + HEADER + GOOD.replace("9,2026-05-03,", "9,2026-05-03,Très bien");
    assertThat(counts(imported(result(csv.getBytes(UTF_16LE)))).added()).isEqualTo(1);
    assertThat(counts(imported(result(csv.getBytes(UTF_16BE)))).unchanged()).isEqualTo(1);
    assertThat(institution.results.history(ADA))
        .extracting(HistoryEntry::comment)
        .containsExactly(Optional.of("Très bien"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lab/ada,,,lab,ada,,9,1/05/2023,,|value-invalid|scoreDate",
        "lab/ada,,,lab,ada,,NaN,2026-05-03,,|value-invalid|score",
        "lab/ada,,,lab,ada,,1e308,2026-05-03,,|value-invalid|score",
        "lab/ada,,,lab,ada,,11,2026-05-03,,|out-of-scale|score",
        "lab/ada,,,lab,ada,,-1,2026-05-03,,|out-of-scale|score",
        "lab/ada,,,lab,ada,graded,9,2026-05-03,,|value-invalid|scoreStatus",
        "lab/ada,,,lab,nobody,,9,2026-05-03,,|unknown-learner|studentSourcedId",
        "lab/ada,,,quiz,ada,,9,2026-05-03,,|not-yours|lineItemSourcedId",
        "lab/ada,,,lab,ada,,9,2027-05-03,,|scored-in-future|scoreDate",
        "lab/ada,,,lab,ada,,9,,,|value-missing|scoreDate",
        "lab/ada,,,lab,ada,,9|row-too-short|scoreDate",
        "lab/ada,,yesterday,lab,ada,,9,2026-05-03,,|value-invalid|dateLastModified"
      })
  void a_row_that_cannot_hold_is_refused_with_its_place(String row, String code, String column)
      throws Exception {
    RosterReport report = imported(HEADER + row + "\n" + "essay/ada,,,essay,ada,,5,2026-05-03,,\n");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals(code))
        .extracting(Finding::place)
        .containsExactly("filled-in.csv:2:" + column);
    assertThat(counts(report).refused()).isEqualTo(1);
    assertThat(institution.facts()).isEqualTo(1);
  }

  @Test
  void a_file_whose_form_or_header_is_wrong_is_refused_whole() throws Exception {
    for (byte[] wrong :
        List.of(
            (HEADER + GOOD).replace("studentSourcedId", "studentSourceId").getBytes(UTF_8),
            (HEADER + GOOD).replace(",scoreDate", "").getBytes(UTF_8),
            (HEADER + GOOD + "lab/bea,,,lab,bea,,\"9,2026-05-03,,\n").getBytes(UTF_8),
            (HEADER + GOOD.replace("9,2026-05-03,", "9,2026-05-03,é")).getBytes(ISO_8859_1),
            (HEADER + GOOD).getBytes(UTF_16LE),
            new byte[0])) {
      assertThat(result(wrong)).isInstanceOf(ImportResults.Result.Refused.class);
    }
    assertThat(institution.facts()).isZero();
  }

  @Test
  void an_archive_brings_results_with_what_they_say_of_objectives() throws Exception {
    RosterZip zip =
        RosterZip.empty()
            .with(
                "results",
                "lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment",
                "r1,active,2026-05-03T10:00:00Z,lab,ada,fully graded,1,2026-05-03,",
                "r2,tobedeleted,2026-05-03T10:00:00Z,lab,bea,fully graded,1,2026-05-03,")
            .with(
                "resultLearningObjectiveIds",
                "resultSourcedId,source,learningObjectiveId,score,textScore",
                "o1,active,2026-05-03T10:00:00Z,r1,case," + CLEANING + ",9.5,Proficient",
                "o2,active,2026-05-03T10:00:00Z,r2,case,DC.1,9.5,",
                "o3,active,2026-05-03T10:00:00Z,r9,case," + CLEANING + ",9.5,")
            .calling("results", "delta")
            .calling("resultLearningObjectiveIds", "delta");
    RosterReport report =
        imported(
            database.inTransaction(
                () -> imports.fromArchive(zip.to(folder.resolve("r.zip")), "registrar")));
    assertThat(counts(report)).isEqualTo(new FileReport("results.csv", "delta", 2, 1, 0, 0, 1));
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("objective-invalid", "reference-unknown");
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void an_archive_without_results_is_none_of_its_business() throws Exception {
    assertThat(imports.fromArchive(RosterZip.aRoster().to(folder.resolve("r.zip")), "registrar"))
        .isInstanceOf(ImportResults.Result.Nothing.class);
  }

  @Test
  void rows_that_are_very_long_are_held_a_few_at_a_time() throws Exception {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < 250; i++) {
      csv.append("long/%d,,,lab,ada,,9,2026-05-03,%s,%n".formatted(i, "x".repeat(20_000)));
    }
    Path file = Files.writeString(folder.resolve("long.csv"), csv);
    List<Integer> done = new ArrayList<>();
    database.inTransaction(() ->
        imports.fromFile(
            file, UUID.randomUUID(), "teacher", item -> true, (rows, of) -> done.add(rows)));
    assertThat(done).containsExactly(100, 200, 250);
    assertThat(institution.facts()).isEqualTo(250);
  }
}
