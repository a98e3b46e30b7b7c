package org.vellum.finaid.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.finaid.facts.Office.ADA;
import static org.vellum.finaid.facts.Office.START;
import static org.vellum.finaid.facts.Office.completed;
import static org.vellum.finaid.facts.Office.onRoster;
import static org.vellum.finaid.facts.Office.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.CourseCompletionWithdrawn;
import org.vellum.contracts.EngagementObserved;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.ResultRecorded.Standing;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.event.ReadEvent;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class FactsProjectionTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("platform", "financial_aid");

  private static final UUID COMPLETION = UUID.fromString("01890000-0000-7000-8000-0000000000c1");

  private final Office office = new Office(database);

  private Office anOffice() throws Exception {
    return office.learner(ADA, "S-1", "Lovelace").program().enrolled("E-1", ADA).parameters(START);
  }

  private List<AttemptFacts> attempts() {
    return office.facts("S-1").enrollments().getFirst().attempts();
  }

  @Test
  void a_course_is_begun_worked_on_and_completed() throws Exception {
    anOffice()
        .told(onRoster("course-1", "2025-09-08"))
        .told(result("r1", "course-1", "2025-10-01", Standing.EVALUATED))
        .told(result("r2", "course-1", "2025-12-12", Standing.PASSED))
        .told(completed(COMPLETION, "course-1", "2025-12-12"));

    assertThat(attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.beginDate()).isEqualTo("2025-09-08");
          assertThat(attempt.firstEngagement()).contains(LocalDate.parse("2025-10-01"));
          assertThat(attempt.lastEngagement()).contains(LocalDate.parse("2025-12-12"));
          assertThat(attempt.outcome()).isEqualTo(Outcome.PASSED);
          assertThat(attempt.outcomeDate()).contains(LocalDate.parse("2025-12-12"));
          assertThat(attempt.size().orElseThrow().units()).isEqualByComparingTo("12");
        });
  }

  @Test
  void a_completion_that_is_withdrawn_leaves_the_course_in_progress() throws Exception {
    anOffice()
        .told(onRoster("course-1", "2025-09-08"))
        .told(completed(COMPLETION, "course-1", "2025-12-12"))
        .told(new CourseCompletionWithdrawn(COMPLETION, ADA, Office.NOW, "corrected"));

    assertThat(attempts())
        .singleElement()
        .extracting(AttemptFacts::outcome)
        .isEqualTo(Outcome.IN_PROGRESS);
  }

  @Test
  void a_course_that_was_failed_and_begun_again_is_two_attempts() throws Exception {
    anOffice()
        .told(onRoster("course-1", "2025-09-08"))
        .told(result("r1", "course-1", "2025-12-12", Standing.NOT_PASSED))
        .told(onRoster("course-1", "2026-01-12"));

    assertThat(attempts())
        .extracting(AttemptFacts::attempt, AttemptFacts::outcome)
        .containsExactly(tuple(1, Outcome.NOT_PASSED), tuple(2, Outcome.IN_PROGRESS));
  }

  @Test
  void a_course_of_no_program_of_the_learner_is_no_coursework() throws Exception {
    anOffice().told(onRoster("elsewhere", "2025-09-08"));

    assertThat(attempts()).isEmpty();
  }

  @Test
  void what_a_system_observed_of_a_week_is_replaced_by_what_it_says_later() throws Exception {
    LocalDate week = LocalDate.parse("2025-09-08");
    anOffice().told(engagement(week, 3)).told(engagement(week, 5));

    assertThat(office.facts("S-1").enrollments().getFirst().engagement())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.count()).isEqualTo(5);
          assertThat(each.types()).containsExactly(EngagementWeek.Type.ASSIGNMENT);
        });
  }

  private static EngagementObserved engagement(LocalDate week, int count) {
    return new EngagementObserved(
        ADA,
        "caliper",
        week,
        count,
        Set.of(EngagementObserved.Way.ASSIGNMENT),
        1,
        true,
        Optional.of(Instant.parse("2025-09-10T08:00:00Z")));
  }

  @Test
  void reading_the_events_again_changes_nothing_and_no_version() throws Exception {
    anOffice();
    List<Record> events =
        List.of(
            onRoster("course-1", "2025-09-08"),
            result("r1", "course-1", "2025-10-01", Standing.EVALUATED),
            completed(COMPLETION, "course-1", "2025-12-12"),
            new LearnerEnrolled(ADA, "S-1", "ada", "Ada", "King", Optional.empty()));
    for (int i = 0; i < events.size(); i++) {
      office.tell(events.get(i), 100 + i);
    }
    LearnerFacts once = office.facts("S-1");
    for (int i = 0; i < events.size(); i++) {
      office.tell(events.get(i), 100 + i);
    }

    assertThat(office.facts("S-1")).isEqualTo(once);
    assertThat(once.student().familyName()).isEqualTo("King");
  }

  @Test
  void attempts_do_not_depend_on_the_order_in_which_facts_are_told() throws Exception {
    anOffice();
    List<Record> events =
        new ArrayList<>(
            List.of(
                onRoster("course-1", "2025-09-08"),
                result("r1", "course-1", "2025-10-01", Standing.NOT_PASSED),
                onRoster("course-1", "2025-11-03"),
                result("r2", "course-1", "2025-12-01", Standing.EVALUATED),
                completed(COMPLETION, "course-1", "2025-12-12")));
    for (Record event : events) {
      office.told(event);
    }
    List<AttemptFacts> inOrder = attempts();
    Random random = new Random(7);
    for (int round = 0; round < 10; round++) {
      office.jdbi.useHandle(
          handle -> handle.execute("truncate financial_aid.unit_fact, financial_aid.unit_attempt"));
      Collections.shuffle(events, random);
      for (Record event : events) {
        office.told(event);
      }
      assertThat(attempts()).isEqualTo(inOrder);
    }
    assertThat(inOrder).hasSize(2);
    assertThat(inOrder.getLast().size().orElseThrow().units())
        .isEqualByComparingTo(new BigDecimal(12));
  }

  @Test
  void events_that_are_read_together_leave_what_they_leave_one_by_one() throws Exception {
    anOffice();
    List<Record> events = new ArrayList<>();
    events.add(onRoster("course-1", "2025-09-08"));
    for (int i = 0; i < 24; i++) {
      Standing standing = i % 3 == 0 ? Standing.NOT_PASSED : Standing.EVALUATED;
      events.add(result("r" + i, "course-" + (1 + i % 2), "2025-10-0" + (1 + i % 4), standing));
    }
    events.add(completed(COMPLETION, "course-1", "2025-10-04"));
    events.add(result("r1", "course-2", "2025-11-01", Standing.EVALUATED));
    events.add(result("r1", "course-2", "2025-11-01", Standing.NONE));
    for (int i = 0; i < events.size(); i++) {
      office.tell(events.get(i), 100 + i);
    }
    List<AttemptFacts> oneByOne = attempts();
    office.jdbi.useHandle(
        handle -> handle.execute("truncate financial_aid.unit_fact, financial_aid.unit_attempt"));
    List<ReadEvent> together = new ArrayList<>();
    events.forEach(event ->
        together.add(
            new ReadEvent(event, new EventContext(100 + together.size(), "ada", Office.NOW))));
    database.inTransaction(() -> office.projection.consumeAll(together));

    assertThat(attempts()).isEqualTo(oneByOne).hasSize(2);
  }
}
