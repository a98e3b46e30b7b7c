package org.vellum.competency.lti.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.tool.PlatformsResource;
import org.vellum.platform.oauth.IssueToken;
import org.vellum.platform.oauth.OAuthClient;
import org.vellum.platform.oauth.OAuthClients;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.testsupport.TestDatabase;

class LtiPagesTest {
  private static final Set<String> REGISTRAR = Set.of(Roles.REGISTRAR);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);

  @BeforeEach
  void founded() {
    lti.found();
  }

  private static String shown(Page page) {
    return LtiFixture.shown(page);
  }

  @Test
  void the_page_of_tools_lists_them_and_says_what_a_tool_has_to_know() {
    ToolsResource resource = lti.visitedBy("registrar", REGISTRAR, ToolsResource.class);
    assertThat(shown(resource.page()))
        .contains("Quiz", lti.tool.clientId(), lti.deployment, "/oauth/keys")
        .doesNotContain("Open the tool");
    assertThatThrownBy(() -> resource.invite("https://tool.example/r\"<script>"))
        .hasMessage("No address");
  }

  @Test
  void it_tells_when_a_tool_was_last_given_a_token() {
    ToolsResource resource = lti.visitedBy("registrar", REGISTRAR, ToolsResource.class);
    assertThat(shown(resource.page())).contains(">never<");
    OAuthClient client =
        lti.assembly.get(OAuthClients.class).find(lti.tool.clientId()).orElseThrow();
    lti.assembly.get(IssueToken.class).issue(client, List.of());
    assertThat(shown(resource.page()))
        .contains("23 November 2026, 12:00 UTC")
        .doesNotContain(">never<");
  }

  @Test
  void an_invitation_is_shown_once_as_a_link() {
    ToolsResource resource = lti.visitedBy("registrar", REGISTRAR, ToolsResource.class);
    assertThat(shown(resource.invite("https://tool.example/r?a=1")))
        .contains("href=\"https://tool.example/r?a=1&amp;openid_configuration=http");
    lti.execute("update competency.lti_tool set ended_at = now()");
    assertThat(shown(resource.page())).contains("ended");
    lti.execute(
        "truncate competency.lti_tool, competency.lti_deployment, competency.lti_resource_link,"
            + " competency.lti_line_item, competency.lti_launch, competency.lti_deep_linking");
    assertThat(shown(resource.page())).contains("No tool is registered yet");
  }

  @Test
  void a_learner_sees_activities_and_nothing_to_place() {
    LinksResource resource = lti.visitedBy("ada", Set.of(Roles.LEARNER), LinksResource.class);
    assertThat(shown(resource.page(0, null)))
        .contains("Cleaning quiz", "/competency/lti/launches/" + lti.link)
        .doesNotContain("Place a link", "Take out");
    LinksResource stranger = lti.visitedBy("dora", Set.of(Roles.LEARNER), LinksResource.class);
    assertThat(shown(stranger.page(0, null)))
        .contains("There is no activity yet")
        .doesNotContain("Cleaning quiz");
    assertThat(shown(stranger.page(50, null))).contains("beyond the end");
  }

  @Test
  void who_teaches_places_in_own_classes_with_a_competency_to_choose() {
    LinksResource resource = lti.visitedBy("cleo", Set.of(Roles.FACULTY), LinksResource.class);
    assertThat(shown(resource.page(0, "clean")))
        .contains("Data practice, autumn", "DC.1 Cleans data", "Choose in the tool", "Take out");
    LinksResource other = lti.visitedBy("dora", Set.of(Roles.FACULTY), LinksResource.class);
    assertThat(shown(other.page(0, null))).contains("You teach no class.");
  }

  @Test
  void what_others_named_is_escaped() {
    lti.execute("update competency.lti_resource_link set title = '\"><script>alert(1)</script>'");
    LinksResource resource = lti.visitedBy("ada", Set.of(Roles.LEARNER), LinksResource.class);
    assertThat(shown(resource.page(0, null)))
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)");
  }

  @Test
  void the_page_of_platforms_is_there_before_there_are_any() {
    PlatformsResource resource = lti.visitedBy("registrar", REGISTRAR, PlatformsResource.class);
    assertThat(shown(resource.page(0)))
        .contains("No platform is registered yet", "No course is known yet", "/tool/login");
  }
}
