package org.vellum.competency.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.roster.RosterZip.aRoster;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Which learners an import announces. */
class AnnouncedLearnersTest {
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
  void learners_are_announced_by_role_or_by_enrolment_and_teachers_are_not() throws Exception {
    RosterReport report = fixture.imported(aRoster(), folder);

    assertThat(report.learners()).isEqualTo(2);
    assertThat(fixture.events())
        .allMatch(event -> event.startsWith("LearnerEnrolled"))
        .anyMatch(event -> event.contains("\"username\": \"amara\""))
        .anyMatch(event -> event.contains("\"username\": \"lukas\""));
  }

  @Test
  void a_learner_who_is_renamed_is_announced_again_under_the_same_identifier() throws Exception {
    fixture.imported(aRoster(), folder);
    UUID amara = fixture.roster.findLearner("amara").orElseThrow().id();
    RosterReport report =
        fixture.imported(aRoster().replacing("users", "Amara,Okafor", "Amara,Obi"), folder);

    assertThat(report.learners()).isEqualTo(1);
    assertThat(fixture.events().getLast()).contains("Obi", amara.toString());
  }

  @Test
  void an_enrollment_of_a_learner_is_announced_and_again_when_it_changes() throws Exception {
    fixture.imported(aRoster(), folder);

    assertThat(fixture.eventsOf("CourseEnrollmentChanged"))
        .hasSize(2)
        .noneMatch(event -> event.contains("enrolled-3"))
        .anyMatch(event -> event.contains("\"beginDate\": \"2025-08-25\""));

    fixture.imported(aRoster(), folder);
    assertThat(fixture.eventsOf("CourseEnrollmentChanged")).hasSize(2);

    fixture.imported(aRoster().replacing("enrollments", "2025-12-20", "2026-01-31"), folder);
    assertThat(fixture.eventsOf("CourseEnrollmentChanged"))
        .hasSize(3)
        .last()
        .asString()
        .contains("2026-01-31");
  }

  @Test
  void an_enrollment_that_is_no_students_any_more_is_announced_once_as_ended() throws Exception {
    fixture.imported(aRoster(), folder);
    RosterZip changed = aRoster().replacing("enrollments", "amara,student", "amara,proctor");
    fixture.imported(changed, folder);
    fixture.imported(changed, folder);

    assertThat(fixture.eventsOf("CourseEnrollmentChanged"))
        .hasSize(3)
        .last()
        .asString()
        .contains("\"active\": false");
  }

  @Test
  void somebody_who_becomes_a_student_later_is_announced_then() throws Exception {
    fixture.imported(aRoster(), folder);
    RosterReport report =
        fixture.imported(
            RosterZip.empty()
                .with(
                    "roles",
                    "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
                    "role-9,active,2026-09-01T00:00:00Z,teacher,secondary,student,,,school")
                .calling("roles", "delta"),
            folder);

    assertThat(report.learners()).isEqualTo(1);
    assertThat(fixture.events().getLast()).contains("Marchetti");
  }

  @Test
  void a_change_that_learners_records_do_not_show_is_not_announced() throws Exception {
    fixture.imported(aRoster(), folder);
    RosterReport report =
        fixture.imported(aRoster().replacing("users", "true,amara", "false,amara"), folder);

    assertThat(report.files()).extracting(FileReport::updated).contains(1);
    assertThat(report.learners()).isZero();
  }
}
