package org.vellum.competency.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.FRAMEWORK;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.PolicyFixture;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkContents;
import org.vellum.competency.framework.FrameworkOutline;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Rendered;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class GroupProgressTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private static final Viewer REGISTRAR = new Viewer(Optional.of("rita"), true, false);
  private static final Viewer TEACHER = new Viewer(Optional.of("theo"), false, true);
  private static final Viewer LEARNER = new Viewer(Optional.of("ada"), false, false);

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final GroupProgress progress = new GroupProgress(fixture.jdbi);

  @BeforeEach
  void founded() throws Exception {
    new PolicyFixture(fixture).found();
    fixture.execute(
        """
        insert into competency.roster_user (sourced_id, id, active, enabled, username, given_name,
          family_name, last_modified)
          values ('theo', gen_random_uuid(), true, true, 'theo', 'Theo', 'T', now());
        insert into competency.class (sourced_id, active, title, course_sourced_id, class_type,
          school_sourced_id, term_sourced_ids, last_modified)
          values ('class-2', true, 'Another', 'course-1', 'scheduled', 'uni', '{}', now());
        insert into competency.enrollment (sourced_id, active, class_sourced_id,
          school_sourced_id, user_sourced_id, role, is_primary, last_modified) values
          ('e1', true, 'class-1', 'uni', 'theo', 'teacher', false, now()),
          ('e2', true, 'class-1', 'uni', 'ada', 'student', false, now()),
          ('e3', true, 'class-2', 'uni', 'bea', 'student', false, now())
        """);
    fixture.record(aResult().scoring("9"));
    fixture.record(aResult().called("result-b").of("bea").scoring("9"));
  }

  @Test
  void everybody_counts_only_those_who_may_be_seen() {
    assertThat(progress.count(REGISTRAR, "")).isEqualTo(2);
    assertThat(progress.count(TEACHER, "")).isEqualTo(1);
    assertThat(progress.count(TEACHER, "class-2")).isZero();
    assertThat(progress.count(LEARNER, "")).isZero();
    assertThat(progress.mastered(REGISTRAR, "", FRAMEWORK)).isEqualTo(Map.of(CLEANING, 2));
    assertThat(progress.mastered(REGISTRAR, "class-2", FRAMEWORK)).isEqualTo(Map.of(CLEANING, 1));
    assertThat(progress.mastered(TEACHER, "", FRAMEWORK)).isEqualTo(Map.of(CLEANING, 1));
    assertThat(progress.mastered(LEARNER, "", FRAMEWORK)).isEmpty();
    assertThat(progress.listGroups(REGISTRAR)).hasSize(2);
    assertThat(progress.listGroups(TEACHER))
        .extracting(GroupProgress.Group::sourcedId)
        .containsExactly("class-1");
  }

  private String page(Viewer viewer, String group) {
    GroupMap map =
        GroupMap.of(
            new FrameworkOutline(new FrameworkContents(fixture.jdbi)).lines(FRAMEWORK),
            progress.mastered(viewer, group, FRAMEWORK),
            progress.count(viewer, group),
            0);
    return Rendered.html(
        Page.of(
            GroupResource.TEMPLATE,
            Map.of(
                "framework",
                new Frameworks(fixture.jdbi).find(FRAMEWORK, Audience.EVERYONE).orElseThrow(),
                "map",
                map,
                "groups",
                progress.listGroups(viewer),
                "group",
                group)));
  }

  @Test
  void the_page_shows_shares_by_colour_shape_and_words() {
    assertThat(page(REGISTRAR, ""))
        .contains("heat mastered\" href=\"#item-" + CLEANING, "mastered by 2 of 2", "Another");
    assertThat(page(TEACHER, "class-2")).contains("nobody whom you may see in this class");
  }

  @Test
  void a_share_is_full_only_if_it_is_all() {
    List<FrameworkOutline.Line> lines =
        new FrameworkOutline(new FrameworkContents(fixture.jdbi)).lines(FRAMEWORK);

    assertThat(List.of(0, 1, 49, 50, 75, 99, 100).stream().map(some -> shape(lines, some)))
        .containsExactly("·", "○", "○", "◔", "◑", "◑", "●");
  }

  private static String shape(List<FrameworkOutline.Line> lines, int mastered) {
    return GroupMap.of(lines, Map.of(lines.getFirst().identifier(), mastered), 100, 0)
        .rows()
        .getFirst()
        .all()
        .getFirst()
        .shape();
  }
}
