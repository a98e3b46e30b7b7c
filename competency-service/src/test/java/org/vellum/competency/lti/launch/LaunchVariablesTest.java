package org.vellum.competency.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;

/** LTI 1.3, section 5.4.6.1 and appendix C. */
class LaunchVariablesTest {
  private static String value(String written) {
    ObjectNode claims =
        LtiFixture.object(
            """
            {"sub": "u1", "%1$sroles": ["role-1", "role-2"],
             "%1$scontext": {"id": "c1", "title": "Data", "type": ["CourseSection"]},
             "%1$sresource_link": {"id": "l1", "title": "Quiz"},
             "%1$slis": {"person_sourcedid": "ada", "course_section_sourcedid": "class-1"},
             "%1$slaunch_presentation": {"document_target": "window"}}
            """
                .formatted(Lti.CLAIM));
    return LaunchVariables.substituted(Map.of("a", written), claims, Optional.empty())
        .getOrDefault("a", "");
  }

  @Test
  void each_stands_for_what_a_claim_says() {
    assertThat(value("$User.id")).isEqualTo("u1");
    assertThat(value("$Membership.role")).isEqualTo("role-1,role-2");
    assertThat(value("$Context.title")).isEqualTo("Data");
    assertThat(value("$Context.type")).isEqualTo("CourseSection");
    assertThat(value("$CourseSection.sourcedId")).isEqualTo("class-1");
    assertThat(value("$Person.sourcedId")).isEqualTo("ada");
    assertThat(value("$ResourceLink.title")).isEqualTo("Quiz");
    assertThat(value("$Message.documentTarget")).isEqualTo("window");
  }

  @Test
  void what_is_not_told_not_known_or_no_variable_stays_as_it_was_written() {
    for (String written :
        new String[] {
          "$Person.name.full",
          "$Person.email.primary",
          "$User.password",
          "$5",
          "$",
          "plain",
          "User.id",
          "$ResourceLink.submission.endDateTime"
        }) {
      assertThat(value(written)).isEqualTo(written);
    }
  }

  @Test
  void what_a_tool_says_to_those_who_come_back_is_shown_as_its_words() {
    ReturnsResource returns = new ReturnsResource();
    assertThat(LtiFixture.shown(returns.page("Saved <b>", "x".repeat(600))))
        .contains("The activity says", "Saved &lt;b&gt;", "role=\"alert\"", "x".repeat(500) + "…")
        .doesNotContain("x".repeat(501));
    assertThat(LtiFixture.shown(returns.page(null, null))).contains("You have left the activity.");
  }
}
