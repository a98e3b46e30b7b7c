package org.vellum.competency.lti.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.testsupport.TestDatabase;

/** Who is in a course and who has left it (NRPS 2.0, status). */
class CourseMembersTest {
  private static final String MEMBERS = "/members?course=9";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);
  private final SimulatedPlatform platform = started();
  private UUID course = new UUID(0, 0);

  private static SimulatedPlatform started() {
    try {
      return new SimulatedPlatform();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void a_course_whose_line_item_is_mapped() {
    lti.found();
    ToolFixture tool = new ToolFixture(lti, platform);
    tool.registered();
    course = tool.launched();
    String quiz = SimulatedPlatform.ADDRESS + "/quiz";
    platform
        .says("/lineitems?course=9", "[{\"id\": \"%s\", \"scoreMaximum\": 10}]".formatted(quiz))
        .says("/quiz/results", "[{\"userId\": \"u-1\", \"resultScore\": 9, \"resultMaximum\": 10}]")
        .says(MEMBERS, members("Active"));
    read();
    lti.assembly.get(SetClass.class).set(course, "class-1", "registrar");
    UUID item = lti.assembly.get(CourseContents.class).listLineItems(course).getFirst().id();
    lti.assembly
        .get(MapLineItem.class)
        .map(
            course,
            item,
            Optional.of(
                new PutLineItem.Evidences(EvaluationFixture.CLEANING, new BigDecimal("0.7"))),
            "registrar");
  }

  @AfterEach
  void stopped() {
    platform.close();
  }

  /** Ada with a status; Bea without one, which means that she is in the course. */
  private static String members(String status) {
    return """
    {"members": [
      {"user_id": "u-1", "lis_person_sourcedid": "ada", "status": "%s", "roles": ["Learner"]},
      {"user_id": "u-2", "lis_person_sourcedid": "bea", "roles": ["Learner"]}]}
    """
        .formatted(status);
  }

  private void read() {
    assertThat(lti.assembly.get(ReadCourse.class).read(course, 100))
        .isEqualTo(new ReadCourse.Result.Whole());
  }

  private String page() {
    return LtiFixture.shown(
        lti.visitedBy("registrar", Set.of(Roles.REGISTRAR), CoursesResource.class)
            .page(course, ""));
  }

  @Test
  void who_left_is_no_member_any_more_and_what_they_scored_stays_true() {
    assertThat(page()).contains("<dt>Members</dt><dd>2</dd>");
    for (String status : new String[] {"Inactive", "Deleted"}) {
      platform.says(MEMBERS, members(status));
      read();
      assertThat(page()).contains("<dt>Members</dt><dd>1, and 1 who left</dd>");
    }
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    platform.says(MEMBERS, members("Active"));
    read();
    assertThat(page()).contains("<dt>Members</dt><dd>2</dd>");
  }
}
