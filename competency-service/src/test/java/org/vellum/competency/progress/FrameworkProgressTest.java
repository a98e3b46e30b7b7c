package org.vellum.competency.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.CLOCK;
import static org.vellum.competency.evaluation.EvaluationFixture.FRAMEWORK;
import static org.vellum.competency.evaluation.PolicyFixture.PARENT;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.PolicyFixture;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkContents;
import org.vellum.competency.framework.FrameworkOutline;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.roster.Learner;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class FrameworkProgressTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private static final Viewer REGISTRAR = new Viewer(Optional.of("rita"), true, false);
  private static final Viewer TEACHER = new Viewer(Optional.of("Theo"), false, true);
  private static final Viewer BEA = new Viewer(Optional.of("bea"), false, false);
  private static final UUID BEAS = UUID.fromString("01900000-0000-7000-8000-00000000000b");

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final PolicyFixture policies = new PolicyFixture(fixture);
  private final VisibleLearners learners = new VisibleLearners(fixture.jdbi);
  private final FrameworkProgress progress =
      new FrameworkProgress(
          new FrameworkOutline(new FrameworkContents(fixture.jdbi)),
          fixture.results,
          new Rulebook(new Catalogue(fixture.jdbi)),
          policies.timelines,
          policies.levels,
          fixture.achievements,
          CLOCK);

  @BeforeEach
  void founded() {
    policies.found();
  }

  private Learner ada() {
    return new Roster(fixture.jdbi).findLearner(ADA).orElseThrow();
  }

  private List<String> told() {
    return progress.cells(ada(), FRAMEWORK).stream()
        .map(cell ->
            cell.level()
                + " "
                + cell.statement()
                + ": "
                + cell.status().word()
                + ". "
                + cell.reached().orElse("")
                + " "
                + cell.explanation())
        .toList();
  }

  @Test
  void without_results_nothing_is_attempted() {
    assertThat(told())
        .containsExactly(
            "1 Practises data: not attempted.  Not attempted: no result yet.",
            "2 Cleans data: not attempted.  Not attempted: no result yet.",
            "2 Works with data: not attempted.  Not attempted: no result yet.");
  }

  @Test
  void each_status_is_told_in_one_sentence_and_with_the_level_of_the_rubric() throws Exception {
    policies.adopt(CLEANING, "2026-05-01", "\"kind\": \"nOfM\", \"needed\": 2, \"of\": 3");
    fixture.record(aResult().status("submitted"));
    assertThat(told())
        .contains(
            "1 Practises data: in progress.  In progress: work on its parts has begun.",
            "2 Cleans data: attempted.  Attempted: handed in, and not graded yet.");

    fixture.record(aResult().scoring("7.5").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(told())
        .contains(
            "2 Cleans data: in progress. Proficient In progress: one result so far, the best 7.5"
                + " of 10 in “Data cleaning lab”.");

    fixture.record(aResult().scoring("9").modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(told())
        .contains(
            "2 Cleans data: demonstrated. Proficient Demonstrated: one of one result reaches what"
                + " is asked, and more is asked than that.");

    fixture.record(aResult().called("result-2").on("essay").scoring("10").scoredOn("2026-05-06"));
    assertThat(told())
        .contains(
            "1 Practises data: in progress.  In progress: one of its two parts is mastered.",
            "2 Cleans data: mastered. Advanced Mastered on 6 May 2026: two of two assessments at"
                + " what each of them needs.");
  }

  @Test
  void a_page_shows_the_tree_as_a_map_and_in_words() throws Exception {
    fixture.record(aResult().scoring("9"));
    String html =
        Rendered.html(
            Page.of(
                ProgressResource.HEAT_MAP,
                Map.of(
                    "learner",
                    ada(),
                    "framework",
                    new Frameworks(fixture.jdbi).find(FRAMEWORK, Audience.EVERYONE).orElseThrow(),
                    "map",
                    HeatMap.of(progress.cells(ada(), FRAMEWORK), 0))));

    assertThat(html)
        .contains(
            "<a class=\"heat mastered\" href=\"#item-" + CLEANING,
            "<span class=\"visually-hidden\">: mastered</span>",
            "id=\"item-" + PARENT,
            "1 mastered",
            "Mastered on 3 May 2026: 9 of 10")
        .doesNotContain("<b>Lovelace", "<script", "style=");
  }

  @Test
  void a_large_framework_comes_in_parts() {
    Cell cell = progress.cells(ada(), FRAMEWORK).getLast();
    List<Cell> many = Collections.nCopies(HeatMap.PAGE + 1, cell);

    assertThat(HeatMap.of(many, 0).next()).isEqualTo(HeatMap.PAGE);
    assertThat(HeatMap.of(many, HeatMap.PAGE).rows()).hasSize(1);
    assertThat(HeatMap.of(many, HeatMap.PAGE).previous()).isZero();
    assertThat(HeatMap.of(many, Integer.MAX_VALUE).rows()).isEmpty();
  }

  @Test
  void faculty_see_the_learners_of_their_classes_and_learners_themselves() {
    fixture.execute(
        """
        insert into competency.roster_user (sourced_id, id, active, enabled, username, given_name,
          family_name, last_modified)
          values ('theo', gen_random_uuid(), true, true, 'theo', 'Theo', 'T', now());
        insert into competency.enrollment (sourced_id, active, class_sourced_id,
          school_sourced_id, user_sourced_id, role, is_primary, last_modified) values
          ('e1', true, 'class-1', 'uni', 'theo', 'teacher', false, now()),
          ('e2', true, 'class-1', 'uni', 'ada', 'student', false, now()),
          ('e3', false, 'class-1', 'uni', 'bea', 'student', false, now())
        """);

    assertThat(names(TEACHER, "")).containsExactly("Ada");
    assertThat(learners.find(ADA, TEACHER)).isPresent();
    assertThat(learners.find(BEAS, TEACHER)).isEmpty();
    assertThat(learners.find(ADA, BEA)).isEmpty();
    assertThat(learners.find(BEAS, BEA)).isPresent();
    assertThat(learners.findSelf(BEA)).isPresent();
    assertThat(learners.find(ADA, new Viewer(Optional.empty(), false, true))).isEmpty();
    assertThat(names(REGISTRAR, "lovelace")).containsExactly("Ada");
    assertThat(names(REGISTRAR, "nobody")).isEmpty();
  }

  private List<String> names(Viewer viewer, String text) {
    return learners.list(viewer, text, 10, 0).stream().map(Learner::givenName).toList();
  }

  @Test
  void the_list_says_who_may_be_seen_and_why_nobody_may() throws Exception {
    fixture.record(aResult().scoring("9"));
    FrameworksOfLearners frameworks = new FrameworksOfLearners(fixture.jdbi);
    assertThat(frameworks.list(ada()))
        .extracting(FrameworksOfLearners.Seen::title, FrameworksOfLearners.Seen::mastered)
        .containsExactly(tuple("Framework", 1));

    assertThat(list(List.of(ada()), frameworks.list(ada()), false))
        .contains("Your own", "1 of 3 mastered");
    assertThat(list(List.of(), List.of(), true)).contains("enrolled in a class that you teach");
    assertThat(list(List.of(), List.of(), false)).contains("The roster does not know you");
  }

  private static String list(
      List<Learner> self, List<FrameworksOfLearners.Seen> frameworks, boolean seesOthers) {
    return Rendered.html(
        Page.of(
            LearnersResource.TEMPLATE,
            Map.of(
                "self",
                self,
                "frameworks",
                frameworks,
                "seesOthers",
                seesOthers,
                "learners",
                List.of(),
                "search",
                "",
                "offset",
                0,
                "size",
                50)));
  }
}
