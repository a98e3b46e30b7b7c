package org.vellum.finaid.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.finaid.facts.Office.ADA;
import static org.vellum.finaid.facts.Office.START;
import static org.vellum.finaid.facts.Office.completed;
import static org.vellum.finaid.facts.Office.onRoster;
import static org.vellum.finaid.facts.Office.result;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.EngagementObserved;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.ResultRecorded.Standing;
import org.vellum.finaid.facts.Office;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class TimelinePageTest {
  private static final String SCRIPT = "<script>alert(1)</script>";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("platform", "financial_aid");

  private final Office office = new Office(database);
  private final ShowTimeline showTimeline = new ShowTimeline(office.source, Office.CLOCK);

  static String filled(Page page) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "officer");
    model.put("roles", Set.of("aid-officer"));
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/financial-aid/");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.putAll(page.model());
    ClassLoader loader = Objects.requireNonNull(TimelinePageTest.class.getClassLoader());
    return new Templates().fill(page.template(), model, loader);
  }

  private void aLearnerHalfWay() throws Exception {
    office
        .learner(ADA, "S-1", "Lovelace " + SCRIPT)
        .program()
        .parameters(START)
        .enrolled("E-1", ADA)
        .told(onRoster("course-1", "2025-09-01"))
        .told(result("r1", "course-1", "2025-10-01", Standing.EVALUATED))
        .told(completed(new UUID(1, 1), "course-1", "2025-12-12"))
        .told(onRoster("course-2", "2025-12-15"));
    for (LocalDate week = START;
        week.isBefore(LocalDate.of(2025, 12, 1));
        week = week.plusDays(7)) {
      office.told(
          new EngagementObserved(
              ADA,
              "lms",
              week,
              week.getDayOfMonth() % 9,
              Set.of(EngagementObserved.Way.ASSIGNMENT),
              1,
              false,
              Optional.empty()));
    }
    office.jdbi.useHandle(handle ->
        handle.execute(
            "insert into financial_aid.learner_leave (enrollment, from_date, kind, to_date,"
                + " request_signed) values ('E-1', '2026-01-05', 'LOA', '2026-01-25', true)"));
  }

  private String page() {
    return filled(
        Page.of(
            "org/vellum/finaid/timeline/timeline",
            Map.of("shown", showTimeline.of("S-1").orElseThrow())));
  }

  @Test
  void units_and_weeks_follow_from_what_events_told() throws Exception {
    aLearnerHalfWay();
    TimelineView view = showTimeline.of("S-1").orElseThrow().enrollments().getFirst();

    // 26 weeks from 1 September to 1 March, three of them on leave.
    assertThat(view.done())
        .extracting(TimelineView.Figure::value)
        .containsExactly("12 of 24", "23 of 30", "1 of 2");
    assertThat(view.periods())
        .extracting(TimelineView.PeriodRow::state)
        .containsExactly("completed", "open");
    assertThat(view.periods().getFirst().completed()).contains(LocalDate.parse("2025-12-14"));
    assertThat(view.periods().getFirst().citation()).isEqualTo("34 CFR 668.4(c)(1)");
  }

  @Test
  void every_number_of_the_picture_has_its_section_on_hover_and_in_the_tables() throws Exception {
    aLearnerHalfWay();
    String html = page();

    assertThat(html)
        .doesNotContain(SCRIPT)
        .doesNotContain(" style=")
        .contains("role=\"img\"", "The tables below say all of it.")
        .contains("Payment period 1 as scheduled: 12 units and 15 weeks, until 14 Dec 2025. 34 CFR")
        .contains("Payment period 1 as it went: from 1 Sep 2025, completed 14 Dec 2025. 34 CFR")
        .contains("Units passed: 12 of 24 by 2 Mar 2026. 34 CFR 668.4(c), (h)(2)")
        .contains("Approved leave of absence from 5 Jan 2026 to 25 Jan 2026. 34 CFR 668.22(d)")
        .contains("Course course-1", "12/24", "34 CFR 690.63");
    TimelineView view = showTimeline.of("S-1").orElseThrow().enrollments().getFirst();
    TimelinePicture picture = view.picture().orElseThrow();
    assertThat(picture.boxes())
        .allSatisfy(box -> {
          assertThat(box.words()).contains("34 CFR");
          assertThat(box.x() + box.width()).isLessThanOrEqualTo(picture.width());
          assertThat(box.y() + box.height()).isLessThanOrEqualTo(picture.height());
        });
  }

  @Test
  void subscription_periods_and_their_year_are_in_the_picture_and_in_the_tables() throws Exception {
    office.learner(ADA, "S-1", "Lovelace").program().parameters(START).enrolled("E-1", ADA);
    office.jdbi.useHandle(handle -> {
      handle.execute(
          """
          update financial_aid.program_parameters
             set parameters = parameters || jsonb_build_object(
               'terms', (parameters -> 'terms') || '{"calendar": "SUBSCRIPTION"}',
               'methods', (parameters -> 'methods') || '{"pellFormula": "F1", "annualLimitYear": "BBAY1"}',
               'statusHours', cast('{"FULL": 12}' as jsonb))
          """);
      handle.execute(
          """
          insert into financial_aid.subscription_period values
            ('E-1', date '2025-09-01', date '2026-02-28', 'FULL', 1),
            ('E-1', date '2026-03-01', date '2026-08-31', 'FULL', 1)
          """);
    });

    assertThat(page())
        .contains("Payment period 1, FULL: 12 units, from 1 Sep 2025 until 28 Feb 2026. 34 CFR")
        .contains("Academic year 1: from 1 Sep 2025 until 31 Aug 2026. 34 CFR 668.3(a)")
        .contains("Term or status", "its last term", "1 of 2");
  }

  @Test
  void without_parameters_the_facts_are_shown_and_that_nothing_follows_from_them()
      throws Exception {
    office
        .learner(ADA, "S-1", "Lovelace")
        .program()
        .enrolled("E-1", ADA)
        .told(onRoster("course-1", "2025-09-01"));

    assertThat(page())
        .contains("No parameters are set for this program")
        .contains("Course course-1")
        .doesNotContain("<svg class=\"timeline\"");
  }

  @Test
  void learners_are_found_by_the_beginning_of_a_name_or_a_whole_id_page_by_page() throws Exception {
    for (int i = 0; i < 5; i++) {
      office.told(
          new LearnerEnrolled(
              new UUID(9, i), "S-" + i, "user" + i, "Given" + i, "Family%" + i, Optional.empty()));
    }

    assertThat(office.learners.list("s-3", Optional.empty(), 9)).isEmpty();
    assertThat(office.learners.list("S-3", Optional.empty(), 9)).hasSize(1);
    assertThat(office.learners.list("family%", Optional.empty(), 9)).hasSize(5);
    assertThat(office.learners.list("given2", Optional.empty(), 9)).hasSize(1);
    assertThat(office.learners.list("%", Optional.empty(), 9)).isEmpty();
    assertThat(office.learners.list("", Optional.of(new UUID(9, 2)), 9))
        .extracting("studentId")
        .containsExactly("S-3", "S-4");
  }
}
