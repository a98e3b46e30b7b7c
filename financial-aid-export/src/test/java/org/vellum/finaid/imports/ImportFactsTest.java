package org.vellum.finaid.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.finaid.facts.Office.ADA;
import static org.vellum.finaid.facts.Office.START;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.finaid.facts.FactsSnapshot;
import org.vellum.finaid.facts.Office;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts.Status;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

class ImportFactsTest {
  private static final String ENROLLMENTS = "enrollment_id,student_id,program,begin_date\n";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("financial_aid");

  private final Office office = new Office(database);
  private final ImportFacts imports =
      new ImportFacts(
          new ImportedFacts(office.jdbi, office.learners, office.programs, Office.CLOCK),
          new ImportReports(office.jdbi),
          new AuditLog(
              office.jdbi,
              Office.CLOCK,
              new PlatformConfiguration(
                  URI.create("http://localhost:9080"),
                  "Test",
                  "s".repeat(32),
                  Duration.ofHours(1),
                  1)),
          Office.CLOCK,
          new Ids(Office.CLOCK, new SecureRandom()));

  @BeforeEach
  void founded() throws Exception {
    office.learner(ADA, "S-1", "Lovelace").program().parameters(START);
  }

  @AfterEach
  void forgotten() {
    office.jdbi.useHandle(handle -> handle.execute("truncate platform.event cascade"));
  }

  private ImportFacts.Result importing(String kind, String csv) throws Exception {
    return database.inTransaction(
        () -> imports.importFrom(kind, new ByteArrayInputStream(csv.getBytes(UTF_8)), "officer"));
  }

  private ImportReport imported(String kind, String csv) throws Exception {
    return switch (importing(kind, csv)) {
      case ImportFacts.Result.Imported(ImportReport report) -> report;
      case ImportFacts.Result other -> throw new AssertionError(other.toString());
    };
  }

  private List<Finding> refused(String kind, String csv) throws Exception {
    return switch (importing(kind, csv)) {
      case ImportFacts.Result.Refused(List<Finding> findings) -> findings;
      case ImportFacts.Result other -> throw new AssertionError(other.toString());
    };
  }

  private EnrollmentFacts enrollment() {
    return office.facts("S-1").enrollments().getFirst();
  }

  @Test
  void good_rows_go_in_and_of_bad_ones_line_column_and_reason_are_told() throws Exception {
    ImportReport report =
        imported(
            "enrollments",
            ENROLLMENTS
                + "E-1,S-1,DATA,2025-09-01\n"
                + "E-2,S-404,DATA,2025-09-01\n"
                + "E-3,S-1,NONE,2025-09-01\n"
                + "E-4,S-1,DATA,1 September\n"
                + ",S-1,DATA,2025-09-01\n");

    assertThat(report.read()).isEqualTo(5);
    assertThat(report.stored()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(4);
    assertThat(report.findings())
        .extracting(Finding::place)
        .containsExactlyInAnyOrder(
            "enrollments.csv:3:student_id",
            "enrollments.csv:4:program",
            "enrollments.csv:5:begin_date",
            "enrollments.csv:6:enrollment_id");
    assertThat(report.findings())
        .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("S-404", "September"));
    assertThat(enrollment().enrollmentId()).isEqualTo("E-1");
  }

  @Test
  void the_same_again_changes_nothing_and_no_version_of_the_learner() throws Exception {
    String file = ENROLLMENTS + "E-1,S-1,DATA,2025-09-01\n";
    imported("enrollments", file);
    int version = office.facts("S-1").factsVersion();

    assertThat(imported("enrollments", file).unchanged()).isEqualTo(1);
    assertThat(office.facts("S-1").factsVersion()).isEqualTo(version);
  }

  @Test
  void an_enrollment_does_not_pass_to_another_learner() throws Exception {
    imported("enrollments", ENROLLMENTS + "E-1,S-1,DATA,2025-09-01\n");
    office.learner(new UUID(1, 1), "S-2", "Hopper");

    assertThat(imported("enrollments", ENROLLMENTS + "E-1,S-2,DATA,2025-09-01\n").findings())
        .singleElement()
        .extracting(Finding::place)
        .isEqualTo("enrollments.csv:2:student_id");
  }

  @Test
  void statuses_leaves_and_withdrawals_are_in_the_facts() throws Exception {
    imported("enrollments", ENROLLMENTS + "E-1,S-1,DATA,2025-09-01\n");
    imported("statuses", "enrollment_id,status,effective_date\nE-1,withdrawn,2026-02-01\n");
    imported(
        "leaves",
        "enrollment_id,kind,from_date,to_date,request_signed\nE-1,LOA,2025-12-01,2025-12-28,yes\n");
    imported(
        "withdrawals",
        "enrollment_id,determination_date,withdrawal_date\nE-1,2026-02-10,2026-02-01\n");
    imported("learners", "student_id,birth_date,suppressed\nS-1,1999-12-10,true\n");

    assertThat(enrollment().statuses())
        .extracting(EnrollmentFacts.StatusChange::status)
        .containsExactly(Status.ENROLLED, Status.WITHDRAWN);
    assertThat(enrollment().leaves()).hasSize(1);
    assertThat(enrollment().withdrawal().orElseThrow().withdrawalDate())
        .contains(LocalDate.parse("2026-02-01"));
    assertThat(office.facts("S-1").student().birthDate()).contains(LocalDate.parse("1999-12-10"));
    assertThat(office.facts("S-1").suppressed()).isTrue();
  }

  @Test
  void engagement_that_is_imported_stands_above_what_a_system_observed() throws Exception {
    imported("enrollments", ENROLLMENTS + "E-1,S-1,DATA,2025-09-01\n");
    office.jdbi.useHandle(handle ->
        handle.execute(
            "insert into financial_aid.engagement_week values"
                + " (?, '2025-09-08', 'system:a', 9, '{ASSIGNMENT}', 0, false, null, 1)",
            ADA));
    imported(
        "engagement",
        """
        student_id,week_start,count,types,substantive_count,instructor_initiated
        S-1,2025-09-08,4,assignment; instructor,1,true
        """);

    assertThat(enrollment().engagement()).singleElement().extracting("count").isEqualTo(4);
  }

  private static void hasAWeekAndATerm(InstructionalCalendar calendar) {
    assertThat(calendar.weeks()).hasSize(1);
    assertThat(calendar.terms())
        .containsExactly(
            new InstructionalCalendar.Term(
                "Fall", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"), 2025));
  }

  @Test
  void a_calendar_and_equivalencies_reach_the_learners_of_their_programs() throws Exception {
    imported("enrollments", ENROLLMENTS + "E-1,S-1,DATA,2025-09-01\n");
    office.jdbi.useHandle(handle ->
        handle.execute(
            "update financial_aid.program_parameters"
                + " set parameters = jsonb_set(parameters, '{calendarId}', '\"online\"')"));
    long position;
    try (FactsSnapshot snapshot = office.source.open()) {
      position = snapshot.position();
    }
    imported(
        "calendar-weeks",
        "calendar,week_start,counted,reason\nonline,2025-09-01,true,ASYNC_AVAILABLE\n");
    imported(
        "calendar-terms",
        "calendar,term,from_date,to_date,academic_year\nonline,Fall,2025-09-01,2025-12-19,2025\n");
    try (FactsSnapshot snapshot = office.source.open()) {
      assertThat(snapshot.changedSince(position, Optional.empty(), 10)).hasSize(1);
      assertThat(snapshot.catalogue().calendars())
          .hasEntrySatisfying("online", ImportFactsTest::hasAWeekAndATerm);
      position = snapshot.position();
    }
    imported(
        "equivalencies",
        "program,unit_id,effective_from,units,measure\nDATA,course-1,2025-01-01,6,SEMESTER\n");
    try (FactsSnapshot snapshot = office.source.open()) {
      assertThat(snapshot.changedSince(position, Optional.empty(), 10)).hasSize(1);
      assertThat(snapshot.catalogue().equivalencies()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "student_id,birth_date,shoe_size | column-unknown",
        "birth_date | column-missing",
        "'' | file-unreadable",
        "student_id,\"birth | file-unreadable"
      })
  void a_file_of_another_form_is_refused_as_a_whole(String header, String code) throws Exception {
    assertThat(refused("learners", header)).extracting(Finding::code).contains(code);
  }

  @Test
  void a_file_that_breaks_off_leaves_nothing_of_its_rows() {
    StringBuilder file = new StringBuilder(ENROLLMENTS);
    for (int i = 0; i < 1_500; i++) {
      file.append("E-%d,S-1,DATA,2025-09-01%n".formatted(i));
    }
    file.append("\"E-1");

    assertThatThrownBy(() -> importing("enrollments", file.toString()))
        .isInstanceOf(ProblemException.class);
    assertThat(office.facts("S-1").enrollments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "student_id\n"})
  void a_file_that_is_no_utf_8_is_refused_as_a_whole(String before) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(before.getBytes(UTF_8));
    file.write(0xFF);
    ImportFacts.Result result =
        database.inTransaction(() ->
            imports.importFrom(
                "learners", new ByteArrayInputStream(file.toByteArray()), "officer"));

    assertThat(result).isInstanceOf(ImportFacts.Result.Refused.class);
  }

  static List<Kind> kinds() {
    return Kinds.ALL;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_example_of_every_template_is_a_row_that_can_be_read(Kind kind) throws Exception {
    String enrollment = "E-1001,S-1,DATA,2026-09-01\n";
    imported("enrollments", ENROLLMENTS + enrollment);
    String template = CsvText.template(kind).replace("S-1001", "S-1").replace("DATA-CERT", "DATA");

    assertThat(imported(kind.name(), template).findings()).isEmpty();
  }
}
