package org.vellum.competency.lti.nrps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

/** The members of a class (NRPS 2.0, section 2). */
class MembershipsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final LtiFixture lti = new LtiFixture(database);

  @BeforeEach
  void founded() {
    lti.found();
  }

  private Response list(@Nullable String role, @Nullable String limit, @Nullable String after) {
    return lti.calledBy(lti.tool.clientId(), MembershipsResource.class)
        .list(lti.context.toString(), role, null, limit, after);
  }

  private JsonNode members(@Nullable String role) {
    return LtiFixture.json(list(role, null, null)).path("members");
  }

  @Test
  void each_member_is_told_with_identifiers_roles_and_status() {
    Response answer = list(null, null, null);
    assertThat(answer.getMediaType()).hasToString(Lti.MEMBERS_TYPE);
    JsonNode said = LtiFixture.json(answer);
    assertThat(said.path("id").textValue())
        .isEqualTo("http://localhost:9080/competency/lti/contexts/%s/memberships", lti.context);
    assertThat(said.at("/context/id").textValue()).isEqualTo(lti.context.toString());
    assertThat(said.path("members").findValuesAsText("user_id"))
        .containsExactly(
            EvaluationFixture.ADA.toString(),
            LtiFixture.BEA.toString(),
            LtiFixture.CLEO.toString());
    JsonNode cleo = said.path("members").path(2);
    assertThat(cleo.path("lis_person_sourcedid").textValue()).isEqualTo("cleo");
    assertThat(cleo.path("status").textValue()).isEqualTo("Active");
    assertThat(cleo.path("roles").toString()).isEqualTo("[\"" + Lti.INSTRUCTOR + "\"]");
    assertThat(cleo.path("email").textValue()).isEqualTo("cleo@uni.example");
  }

  @Test
  void roles_are_asked_for_by_address_or_word() {
    assertThat(members(Lti.LEARNER)).hasSize(2);
    assertThat(members("Instructor")).hasSize(1);
    assertThat(members("http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor")).isEmpty();
  }

  @Test
  void an_enrolment_that_ran_out_is_told_as_inactive_and_one_that_was_deleted_not_at_all() {
    lti.execute(
        "update competency.enrollment set end_date = '2026-01-01' where user_sourced_id = 'ada';"
            + "update competency.enrollment set active = false where user_sourced_id = 'bea'");
    assertThat(members(null).findValuesAsText("status")).containsExactly("Inactive", "Active");
  }

  @Test
  void pages_follow_each_other_by_the_link() {
    Response first = list(null, "2", null);
    assertThat(LtiFixture.json(first).path("members")).hasSize(2);
    String after =
        first.getHeaderString("Link").replaceAll(".*after=([0-9a-f-]+).*rel=\"next\"", "$1");
    Response second = list(null, "2", after);
    assertThat(LtiFixture.json(second).path("members")).hasSize(1);
    assertThat(second.getHeaderString("Link")).isNull();
  }

  @Test
  void names_are_told_only_to_a_tool_of_which_the_registrar_said_so() {
    var shy = (RegisterTool.Result.Registered) lti.register(LtiFixture.KEY, "Shy", false);
    lti.execute(
        "insert into competency.lti_resource_link select gen_random_uuid(), '%s', context, 'x',"
                .formatted(shy.deployment())
            + " null, target_link_uri, '{}', now(), 'cleo' from competency.lti_resource_link");
    JsonNode said =
        LtiFixture.json(
            lti.calledBy(shy.tool().clientId(), MembershipsResource.class)
                .list(lti.context.toString(), null, null, null, null));
    assertThat(said.path("members")).hasSize(3);
    assertThat(said.toString()).doesNotContain("Lovelace", "cleo@uni", "\"name\"");
  }

  @Test
  void with_a_link_each_member_has_the_parameters_that_a_launch_of_theirs_would_have() {
    lti.execute(
        """
        update competency.lti_resource_link
           set custom = '{"who": "$User.id", "name": "$Person.name.given", "kind": "quiz"}'
        """);
    JsonNode said =
        LtiFixture.json(
            lti.calledBy(lti.tool.clientId(), MembershipsResource.class)
                .list(lti.context.toString(), null, lti.link.toString(), null, null));
    JsonNode message = said.at("/members/0/message/0");
    assertThat(message.path(Lti.CLAIM + "message_type").textValue())
        .isEqualTo("LtiResourceLinkRequest");
    JsonNode custom = message.path(Lti.CLAIM + "custom");
    assertThat(custom.path("who").textValue()).isEqualTo(EvaluationFixture.ADA.toString());
    assertThat(custom.path("name").textValue()).isEqualTo("Ada");
    assertThat(custom.path("kind").textValue()).isEqualTo("quiz");
    assertThat(custom.path("colour").textValue()).isEqualTo("blue");
    assertThat(members(null).path(0).has("message")).isFalse();
  }

  @Test
  void a_link_that_is_not_the_tools_and_a_class_without_one_are_not_found() {
    MembershipsResource resource = lti.calledBy(lti.tool.clientId(), MembershipsResource.class);
    String context = lti.context.toString();
    assertThat(resource.list(context, null, lti.link.toString(), null, null).getStatus())
        .isEqualTo(200);
    assertThatThrownBy(() -> resource.list(context, null, context, null, null))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> resource.list("class-1", null, null, null, null))
        .isInstanceOf(ProblemException.class);
  }
}
