package org.vellum.competency.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.lti.EndLink;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.jose.PublicKeys;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.platform.signing.TokenSigner;
import org.vellum.testsupport.TestDatabase;

/** Launches from here (LTI 1.3, section 5). */
class LaunchTest {
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

  private BeginLaunch.Result begin(BeginLaunch.Wanted wanted, String person, boolean everywhere) {
    return lti.assembly
        .get(BeginLaunch.class)
        .begin(wanted, new BeginLaunch.By(person, everywhere));
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /** What a tool asks after a login was begun. */
  private Map<String, String> asked(BeginLaunch.Result begun) {
    Map<String, String> login = query(((BeginLaunch.Result.Begun) begun).login());
    Map<String, String> asked = new HashMap<>();
    asked.putAll(
        Map.of(
            "scope", "openid",
            "response_type", "id_token",
            "response_mode", "form_post",
            "prompt", "none",
            "client_id", lti.tool.clientId(),
            "redirect_uri", LtiFixture.REDIRECT,
            "login_hint", login.get("login_hint"),
            "nonce", "n-1",
            "state", "s & \"1\""));
    return asked;
  }

  private Map<String, String> asked(String person) {
    return asked(begin(new BeginLaunch.Wanted.OfLink(lti.link), person, false));
  }

  private Map<String, String> sent(Map<String, String> asked, String person) {
    var sends =
        (AuthorizeLaunch.Result.Sends)
            lti.assembly.get(AuthorizeLaunch.class).authorize(asked, person);
    assertThat(sends.redirectUri()).isEqualTo(LtiFixture.REDIRECT);
    return sends.fields();
  }

  private Claims verified(Map<String, String> fields) {
    SignedToken token = SignedToken.parse(fields.getOrDefault("id_token", "")).orElseThrow();
    String keys = lti.assembly.get(TokenSigner.class).publicKeys();
    assertThat(token.isSignedBy(PublicKeys.parse(keys).orElseThrow())).isTrue();
    assertThat(token.algorithm()).isEqualTo("RS256");
    return token.claims();
  }

  @Test
  void a_login_names_who_launches_whom_and_keeps_the_query_of_the_tools_address() {
    URI login =
        ((BeginLaunch.Result.Begun) begin(new BeginLaunch.Wanted.OfLink(lti.link), "ada", false))
            .login();
    assertThat(login.toString()).startsWith("https://tool.example/login?x=1&iss=");
    assertThat(query(login))
        .containsEntry("iss", "http://localhost:9080")
        .containsEntry("client_id", lti.tool.clientId())
        .containsEntry("lti_deployment_id", lti.deployment)
        .containsEntry("target_link_uri", "https://tool.example/start");
    assertThat(query(login).get("login_hint")).hasSizeGreaterThan(40);
  }

  @Test
  void the_message_has_every_claim_that_the_standard_wants() {
    Map<String, String> fields = sent(asked("ada"), "ada");
    assertThat(fields).containsEntry("state", "s & \"1\"");
    Claims claims = verified(fields);
    assertThat(claims.text("iss")).contains("http://localhost:9080");
    assertThat(claims.audience()).containsExactly(lti.tool.clientId());
    assertThat(claims.text("azp")).contains(lti.tool.clientId());
    assertThat(claims.text("nonce")).contains("n-1");
    assertThat(claims.text("sub")).contains(EvaluationFixture.ADA.toString());
    assertThat(claims.instant("exp").orElseThrow())
        .isEqualTo(EvaluationFixture.NOW.plusSeconds(300));
    assertThat(claims.text(Lti.CLAIM + "message_type")).contains("LtiResourceLinkRequest");
    assertThat(claims.text(Lti.CLAIM + "version")).contains("1.3.0");
    assertThat(claims.text(Lti.CLAIM + "deployment_id")).contains(lti.deployment);
    assertThat(claims.text(Lti.CLAIM + "target_link_uri")).contains("https://tool.example/start");
    JsonNode json = claims.json();
    assertThat(json.path(Lti.CLAIM + "resource_link").path("id").textValue())
        .isEqualTo(lti.link.toString());
    assertThat(json.path(Lti.CLAIM + "roles").toString()).isEqualTo("[\"" + Lti.LEARNER + "\"]");
    assertThat(json.path(Lti.CLAIM + "context").path("id").textValue())
        .isEqualTo(lti.context.toString());
    assertThat(json.path(Lti.CLAIM + "custom").path("colour").textValue()).isEqualTo("blue");
    assertThat(json.path(Lti.ENDPOINT).path("scope")).hasSize(4);
    assertThat(json.path(Lti.ENDPOINT).path("lineitem").textValue())
        .endsWith("/contexts/" + lti.context + "/lineitems/" + lti.lineItem);
    assertThat(json.path(Lti.NAMES_AND_ROLES).path("context_memberships_url").textValue())
        .endsWith("/contexts/" + lti.context + "/memberships");
    assertThat(json.path("given_name").textValue()).isEqualTo("Ada");
  }

  @Test
  void variables_stand_for_what_the_message_says_and_people_come_back_to_an_address() {
    lti.execute(
        """
        update competency.lti_resource_link
           set custom = '{"who": "$User.id", "until": "$ResourceLink.submission.endDateTime"}';
        update competency.lti_line_item set ends_at = '2026-12-01T00:00:00Z'
        """);
    JsonNode json = verified(sent(asked("ada"), "ada")).json();
    JsonNode custom = json.path(Lti.CLAIM + "custom");
    assertThat(custom.path("who").textValue()).isEqualTo(EvaluationFixture.ADA.toString());
    assertThat(custom.path("until").textValue()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(json.path(Lti.CLAIM + "launch_presentation").path("return_url").textValue())
        .isEqualTo("http://localhost:9080/competency/lti/return");
  }

  @Test
  void the_line_item_is_named_only_where_the_link_has_exactly_one() {
    lti.execute(
        "insert into competency.line_item select 'second', true, 'Second', null, now(), now(),"
            + " 'class-1', 'homework', null, 0, 1, null, now();"
            + "insert into competency.lti_line_item select gen_random_uuid(), 'second', client_id,"
            + " context, resource_link, null, null, null, null, now()"
            + " from competency.lti_line_item");
    JsonNode endpoint = verified(sent(asked("ada"), "ada")).json().path(Lti.ENDPOINT);
    assertThat(endpoint.has("lineitems")).isTrue();
    assertThat(endpoint.has("lineitem")).isFalse();
  }

  @Test
  void a_hint_is_good_once_and_for_the_one_who_began() {
    Map<String, String> asked = asked("ada");
    assertThat(sent(asked, "bea")).containsEntry("error", "login_required");
    assertThat(sent(asked, "ada")).containsKey("id_token");
    assertThat(sent(asked, "ada")).containsEntry("error", "login_required");
    Map<String, String> guessed = asked("ada");
    guessed.put("login_hint", "guessed");
    assertThat(sent(guessed, "ada")).containsEntry("error", "login_required");
  }

  @Test
  void a_hint_of_more_than_ten_minutes_ago_is_refused() {
    Map<String, String> asked = asked("ada");
    lti.execute("update competency.lti_launch set begun_at = begun_at - interval '11 minutes'");
    assertThat(sent(asked, "ada")).containsEntry("error", "login_required");
  }

  @Test
  void a_request_that_is_not_as_the_standard_has_it_gets_an_error_and_its_state() {
    for (String member : List.of("scope", "response_type", "response_mode", "prompt", "nonce")) {
      Map<String, String> asked = asked("ada");
      asked.put(member, "");
      assertThat(sent(asked, "ada"))
          .as(member)
          .containsEntry("error", "invalid_request")
          .containsEntry("state", "s & \"1\"");
    }
  }

  @Test
  void nothing_is_sent_to_an_address_that_is_not_registered_or_for_an_unknown_tool() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("redirect_uri", "https://evil.example/launch"),
            Map.of("redirect_uri", LtiFixture.REDIRECT + "/x"),
            Map.of("client_id", "nobody"))) {
      Map<String, String> asked = asked("ada");
      asked.putAll(wrong);
      assertThat(lti.assembly.get(AuthorizeLaunch.class).authorize(asked, "ada"))
          .isInstanceOf(AuthorizeLaunch.Result.Refused.class);
    }
  }

  @Test
  void who_is_not_in_the_class_launches_nothing_and_a_registrar_as_one() {
    lti.execute("update competency.enrollment set active = false where user_sourced_id = 'bea'");
    BeginLaunch.Wanted link = new BeginLaunch.Wanted.OfLink(lti.link);
    assertThat(begin(link, "bea", false)).isEqualTo(new BeginLaunch.Result.Unknown());
    assertThat(begin(new BeginLaunch.Wanted.OfLink(LtiFixture.BEA), "ada", false))
        .isEqualTo(new BeginLaunch.Result.Unknown());
    Claims claims = verified(sent(asked(begin(link, "registrar", true)), "registrar"));
    assertThat(claims.json().path(Lti.CLAIM + "roles").toString())
        .contains("institution/person#Administrator");
    assertThat(claims.json().has("name")).isFalse();
  }

  @Test
  void a_link_that_was_taken_out_is_launched_no_more_and_only_by_who_teaches_it_is() {
    EndLink endLink = lti.assembly.get(EndLink.class);
    assertThat(endLink.end(lti.link, "ada", false)).isFalse();
    assertThat(endLink.end(lti.link, "cleo", false)).isTrue();
    assertThat(begin(new BeginLaunch.Wanted.OfLink(lti.link), "ada", false))
        .isEqualTo(new BeginLaunch.Result.Unknown());
    assertThat(lti.count("competency.line_item where sourced_id like 'lti-%' and active"))
        .as("what was scored stays")
        .isEqualTo(1);
  }

  @Test
  void content_is_chosen_by_who_teaches_the_class() {
    BeginLaunch.Wanted choice =
        new BeginLaunch.Wanted.OfChoice(
            lti.deployment,
            "class-1",
            Optional.of(
                new PutLineItem.Evidences(EvaluationFixture.CLEANING, new BigDecimal("0.5"))));
    assertThat(begin(choice, "ada", false)).isEqualTo(new BeginLaunch.Result.Unknown());
    Claims claims = verified(sent(asked(begin(choice, "cleo", false)), "cleo"));
    assertThat(claims.text(Lti.CLAIM + "message_type")).contains("LtiDeepLinkingRequest");
    assertThat(claims.json().has(Lti.CLAIM + "resource_link")).isFalse();
    JsonNode settings = claims.json().path(Lti.DEEP_LINKING + "deep_linking_settings");
    assertThat(settings.path("deep_link_return_url").textValue())
        .isEqualTo("http://localhost:9080/competency/lti/deep-links");
    assertThat(settings.path("accept_types").toString()).isEqualTo("[\"ltiResourceLink\"]");
    assertThat(settings.path("accept_multiple").booleanValue()).isFalse();
    assertThat(settings.path("data").textValue()).hasSizeGreaterThan(40);
  }

  @Test
  void a_browser_is_led_on_by_a_form_that_may_lead_there_and_nowhere_else() {
    LaunchesResource resource = lti.visitedBy("ada", Set.of(Roles.LEARNER), LaunchesResource.class);
    assertThat(resource.launch(lti.link).getStatus()).isEqualTo(303);
    assertThatThrownBy(() -> resource.launch(LtiFixture.BEA)).hasMessage("Unknown activity");
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle("login_hint", "a b&c");
    form.putSingle("client_id", "x");
    assertThat(resource.authorizeByForm(form).getHeaderString("Location"))
        .startsWith("/competency/lti/authorization?")
        .contains("client_id=x", "login_hint=a+b%26c");
  }
}
