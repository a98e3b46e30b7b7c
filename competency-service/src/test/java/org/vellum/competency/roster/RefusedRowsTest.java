package org.vellum.competency.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.roster.RosterZip.aRoster;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.testsupport.TestDatabase;

/** Bad rows are refused one by one, each with its place. */
class RefusedRowsTest {
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
  void good_rows_go_in_and_each_bad_row_is_told_with_its_place() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .adding("users", "bad-1,,,yes,bad1,Ann,Lee,,school")
                .adding("users", "bad-2,,,true,,Ann,Lee,,school")
                .adding("users", "bad-3,,,true,bad3,Ann,Lee,,nowhere")
                .adding("users", "bad-4,gone,,true,bad4,Ann,Lee,,school")
                .adding("users", "bad-5,,,true,bad5,Ann")
                .adding("users", ",,,true,bad6,Ann,Lee,,school")
                .adding("users", "good,,,true,good,Ann,Lee,,school"),
            folder);

    assertThat(errors(report))
        .extracting(Finding::place, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("users.csv:5:enabledUser", "value-invalid"),
            tuple("users.csv:6:username", "value-missing"),
            tuple("users.csv:7:primaryOrgSourcedId", "reference-unknown"),
            tuple("users.csv:8:status", "value-invalid"),
            tuple("users.csv:9:familyName", "row-too-short"),
            tuple("users.csv:10:sourcedId", "value-missing"));
    assertThat(file(report, "users.csv"))
        .isEqualTo(new FileReport("users.csv", "bulk", 10, 4, 0, 0, 6));
    assertThat(fixture.roster.findLearner("good")).isPresent();
    assertThat(fixture.roster.findLearner("bad-1")).isEmpty();
  }

  @Test
  void dates_words_and_scales_are_faults_of_their_row() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .adding("academicSessions", "s1,,,S,term,1/05/2023,2023-06-01,,2023")
                .adding("academicSessions", "s2,,,S,term,2023-02-30,2023-06-01,,2023")
                .adding("academicSessions", "s3,,,S,trimester,2023-01-01,2023-06-01,,2023")
                .adding("academicSessions", "s4,,,S,ext:trimester,2023-01-01,2023-06-01,,2023")
                .adding("academicSessions", "s5,,,S,term,2023-07-01,2023-06-01,,2023")
                .adding("enrollments", "e9,,,class,school,amara,pupil,,,")
                .adding("lineItems", "i2,,,T,,2025-09-01,2025-09-02,class,final,,4,4,")
                .adding("lineItems", "i3,,,T,,2025-09-01,2025-09-02,class,final,,0,1e9,")
                .adding(
                    "lineItems", "i4,,,T,,2025-09-01T10:00:00+02:00,2025-09-02,class,final,,,,"),
            folder);

    assertThat(errors(report))
        .extracting(Finding::place)
        .containsExactly(
            "academicSessions.csv:4:startDate",
            "academicSessions.csv:5:startDate",
            "academicSessions.csv:6:type",
            "academicSessions.csv:8:endDate",
            "enrollments.csv:5:role",
            "lineItems.csv:3:resultValueMax",
            "lineItems.csv:4:resultValueMax");
    assertThat(report.findings())
        .filteredOn(finding -> finding.severity() == Severity.WARNING)
        .extracting(Finding::place)
        .containsExactly("lineItems.csv:5:resultValueMin", "lineItems.csv:5:resultValueMax");
    assertThat(fixture.roster.findLineItem("i4").orElseThrow().resultValueMax())
        .isEqualByComparingTo("100");
  }

  @Test
  void an_enrolment_of_somebody_unknown_is_refused() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .adding("enrollments", "e8,,,class,school,nobody,student,,,")
                .adding("enrollments", "e9,,,noclass,school,amara,student,,,"),
            folder);

    assertThat(errors(report))
        .extracting(Finding::place)
        .containsExactly("enrollments.csv:5:userSourcedId", "enrollments.csv:6:classSourcedId");
  }

  @Test
  void what_depends_on_a_refused_row_is_refused_too() throws Exception {
    RosterReport report =
        fixture.imported(aRoster().replacing("courses", ",school,,", ",elsewhere,,"), folder);

    assertThat(errors(report))
        .extracting(Finding::place)
        .startsWith("courses.csv:2:orgSourcedId", "classes.csv:2:courseSourcedId")
        .contains("lineItems.csv:2:classSourcedId");
  }

  @Test
  void a_parent_may_come_after_its_child() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .with(
                    "orgs",
                    "name,type,identifier,parentSourcedId",
                    "team,,,Team,department,,faculty",
                    "faculty,,,Faculty,department,,school",
                    "school,,,School,school,,",
                    "lost,,,Lost,department,,atlantis",
                    "egg,,,Egg,department,,hen",
                    "hen,,,Hen,department,,egg",
                    "self,,,Self,department,,self"),
            folder);

    assertThat(file(report, "orgs.csv").added()).isEqualTo(3);
    assertThat(errors(report))
        .extracting(Finding::place)
        .containsExactlyInAnyOrder(
            "orgs.csv:5:parentSourcedId",
            "orgs.csv:6:parentSourcedId",
            "orgs.csv:7:parentSourcedId",
            "orgs.csv:8:parentSourcedId");
  }

  @Test
  void a_second_row_of_one_identifier_is_refused() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster().adding("users", "amara,,,true,other,Other,Person,,school"), folder);

    assertThat(errors(report))
        .extracting(Finding::place, Finding::code)
        .containsExactly(tuple("users.csv:5:sourcedId", "identifier-twice"));
    assertThat(fixture.roster.findLearner("amara").orElseThrow().givenName()).isEqualTo("Amara");
  }

  @Test
  void nobody_signs_in_under_the_name_of_another() throws Exception {
    RosterReport report =
        fixture.imported(
            aRoster()
                .adding("users", "thief,,,true,AMARA,Not,Amara,,school")
                .adding("users", "thief-2,,,true,lukas,Not,Lukas,,school"),
            folder);
    RosterReport later =
        fixture.imported(aRoster().adding("users", "thief,,,true,Amara,Not,Amara,,school"), folder);

    assertThat(errors(report)).extracting(Finding::code).containsOnly("username-taken").hasSize(2);
    assertThat(errors(later)).extracting(Finding::place).containsExactly("users.csv:5:username");
  }

  @Test
  void a_row_of_a_delta_must_say_its_status_and_date() throws Exception {
    RosterReport report =
        fixture.imported(
            RosterZip.empty()
                .with("categories", "title,weight", "c1,,,T,1", "c2,active,2026-09-01,T,1")
                .calling("categories", "delta"),
            folder);

    assertThat(errors(report))
        .extracting(Finding::place)
        .containsExactly("categories.csv:2:status", "categories.csv:2:dateLastModified");
    assertThat(file(report, "categories.csv").added()).isEqualTo(1);
  }

  private static List<Finding> errors(RosterReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static FileReport file(RosterReport report, String name) {
    return report.files().stream()
        .filter(file -> file.file().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
