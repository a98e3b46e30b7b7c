package org.vellum.competency.lti.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.TestKey;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

/** Launches of Vellum from elsewhere (LTI 1.3, section 5; IMS Security Framework 1.0, 5.1.3). */
class LaunchedAsToolTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);
  private final SimulatedPlatform platform = started();
  private final ToolFixture tool = new ToolFixture(lti, platform);

  private static SimulatedPlatform started() {
    try {
      return new SimulatedPlatform();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void founded() {
    lti.found();
    tool.registered();
  }

  @AfterEach
  void stopped() {
    platform.close();
  }

  private Page launched(String state, String token) {
    return lti.assembly.make(ToolLaunchResource.class).launched(state, token);
  }

  private void refused(String why, Consumer<ObjectNode> change) {
    Map<String, String> asked = tool.begun();
    ObjectNode claims = SimulatedPlatform.launch(asked.getOrDefault("nonce", ""));
    change.accept(claims);
    refused(why, asked.getOrDefault("state", ""), SimulatedPlatform.KEY.sign(claims));
  }

  private void refused(String why, String state, String token) {
    assertThatThrownBy(() -> launched(state, token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().detail()).contains(why));
    assertThat(lti.count("competency.lti_course")).isZero();
  }

  @Test
  void a_login_asks_the_platform_who_comes() {
    assertThat(tool.begun())
        .containsEntry("x", "1")
        .containsEntry("scope", "openid")
        .containsEntry("response_type", "id_token")
        .containsEntry("response_mode", "form_post")
        .containsEntry("prompt", "none")
        .containsEntry("client_id", "vellum-1")
        .containsEntry("login_hint", "hint")
        .containsEntry("lti_message_hint", "message")
        .containsEntry("redirect_uri", "http://localhost:9080/competency/lti/tool/launch")
        .containsKeys("state", "nonce");
  }

  @Test
  void a_login_of_an_unknown_platform_or_of_nobody_is_refused() {
    String issuer = SimulatedPlatform.ADDRESS;
    assertThat(tool.begun(Map.of("iss", "https://other.example", "login_hint", "h"))).isEmpty();
    assertThat(tool.begun(Map.of("iss", issuer))).isEmpty();
    assertThat(tool.begun(Map.of("iss", issuer, "login_hint", "h", "client_id", "x"))).isEmpty();
    assertThat(tool.begun(Map.of("iss", issuer, "login_hint", "h"))).isNotEmpty();
  }

  @Test
  void a_launch_makes_the_course_known_with_its_services() {
    Course course = lti.assembly.get(Courses.class).find(tool.launched()).orElseThrow();
    assertThat(course.title()).isEqualTo("Data course");
    assertThat(course.lineItemsUri()).contains("https://lms.example/lineitems?course=9");
    assertThat(course.membershipsUri()).contains("https://lms.example/members?course=9");
    assertThat(course.scopes()).containsExactly(Lti.LINE_ITEM_READ, Lti.RESULT_READ);
    assertThat(tool.launched()).as("another launch is of the same course").isEqualTo(course.id());
  }

  @Test
  void a_message_is_good_once() {
    Map<String, String> asked = tool.begun();
    String token =
        SimulatedPlatform.KEY.sign(SimulatedPlatform.launch(asked.getOrDefault("nonce", "")));
    assertThat(launched(asked.getOrDefault("state", ""), token).model())
        .containsEntry("course", "Data course")
        .containsEntry("teaches", true);
    assertThatThrownBy(() -> launched(asked.getOrDefault("state", ""), token))
        .hasMessage("Launch refused");
  }

  @Test
  void a_message_that_nobody_can_trust_is_refused() {
    Map<String, String> asked = tool.begun();
    ObjectNode claims = SimulatedPlatform.launch(asked.getOrDefault("nonce", ""));
    refused("signed with a key pair", asked.getOrDefault("state", ""), TestKey.unsigned(claims));
    refused(
        "signed with a key pair",
        asked.getOrDefault("state", ""),
        SimulatedPlatform.KEY.confuse(claims));
    refused(
        "with a key of the platform",
        asked.getOrDefault("state", ""),
        new TestKey("lms-key").sign(claims));
    refused("answers no login", "guessed", SimulatedPlatform.KEY.sign(claims));
    refused("another issuer", each -> each.put("iss", "https://other.example"));
    refused("for another tool", each -> each.put("aud", "another"));
    refused("another party", each -> each.putArray("aud").add("vellum-1").add("other"));
    refused("another party", each -> each.put("azp", "other"));
    refused("expired", each -> each.put("exp", 1_000));
    refused("no exp", each -> each.remove("exp"));
    refused("no iat", each -> each.remove("iat"));
    refused("not good yet", each -> each.put("iat", 4_000_000_000L));
    refused("no nonce", each -> each.remove("nonce"));
    refused("used before", each -> each.put("nonce", "another"));
  }

  @Test
  void a_message_that_is_not_as_the_standard_has_it_is_refused() {
    refused("another version", each -> each.put(Lti.CLAIM + "version", "1.1"));
    refused("another kind", each -> each.put(Lti.CLAIM + "message_type", "x"));
    refused("no resource link", each -> each.remove(Lti.CLAIM + "resource_link"));
    refused("no roles", each -> each.remove(Lti.CLAIM + "roles"));
    refused("names no deployment", each -> each.remove(Lti.CLAIM + "deployment_id"));
    refused("that no registrar has entered", each -> each.put(Lti.CLAIM + "deployment_id", "x"));
    refused(
        "another server", each -> each.put(Lti.CLAIM + "target_link_uri", "https://evil.example"));
    refused("more than 255", each -> each.put("sub", "x".repeat(256)));
  }

  @Test
  void a_login_that_began_more_than_ten_minutes_ago_is_not_answered() {
    Map<String, String> asked = tool.begun();
    lti.execute("update competency.lti_login set begun_at = begun_at - interval '11 minutes'");
    refused(
        "answers no login",
        asked.getOrDefault("state", ""),
        SimulatedPlatform.KEY.sign(SimulatedPlatform.launch(asked.getOrDefault("nonce", ""))));
  }

  @Test
  void a_browser_that_did_not_begin_the_login_goes_on_with_none() {
    ToolLaunchResource resource = lti.assembly.make(ToolLaunchResource.class);
    Map<String, String> asked = tool.begun();
    String token =
        SimulatedPlatform.KEY.sign(SimulatedPlatform.launch(asked.getOrDefault("nonce", "")));
    assertThatThrownBy(() -> resource.launch(token, asked.getOrDefault("state", ""), null, null))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> resource.launch(token, asked.getOrDefault("state", ""), null, "another"))
        .isInstanceOf(ProblemException.class);
    assertThat(
            resource
                .launch(
                    token, asked.getOrDefault("state", ""), null, asked.getOrDefault("state", ""))
                .getStatus())
        .isEqualTo(200);
  }

  @Test
  void a_platform_that_is_trusted_no_more_launches_nothing() {
    lti.assembly
        .get(ChangePlatform.class)
        .change(ToolFixture.PLATFORM, new ChangePlatform.Change.Ended(), "registrar");
    assertThat(tool.begun()).isEmpty();
  }
}
