package org.vellum.competency.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.EndTool;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.LtiTools;
import org.vellum.platform.oauth.ClientsResource;
import org.vellum.platform.oauth.OAuthClient;
import org.vellum.platform.oauth.OAuthClients;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.testsupport.TestDatabase;

/** Tools that register themselves (LTI Dynamic Registration 1.0). */
class RegistrationTest {
  private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);
  private String token = "";

  @BeforeEach
  void a_tool_is_invited() {
    lti.found();
    String opened =
        lti.assembly
            .get(InviteTool.class)
            .invite("https://tool.example/register?a=1", "registrar")
            .orElseThrow();
    assertThat(opened)
        .startsWith("https://tool.example/register?a=1&openid_configuration=http%3A%2F%2F")
        .contains("openid-configuration&registration_token=");
    token = opened.substring(opened.lastIndexOf('=') + 1);
  }

  private static ObjectNode request(Consumer<ObjectNode> change) {
    ObjectNode request =
        LtiFixture.object(
            """
            {"application_type": "web", "response_types": ["id_token"],
             "grant_types": ["implicit", "client_credentials"],
             "initiate_login_uri": "https://tool.example/login",
             "redirect_uris": ["https://tool.example/launch"],
             "client_name": "Registered quiz", "jwks": %s,
             "token_endpoint_auth_method": "private_key_jwt",
             "scope": "openid https://purl.imsglobal.org/spec/lti-ags/scope/score everything",
             "%s": {"domain": "tool.example", "target_link_uri": "https://tool.example/start",
               "claims": ["iss", "sub"], "custom_parameters": {"a": "b"},
               "messages": [{"type": "LtiDeepLinkingRequest",
                 "target_link_uri": "https://tool.example/choose"}]}}
            """
                .formatted(LtiFixture.KEY.keySet(), TOOL));
    change.accept(request);
    return request;
  }

  private Response register(String authorization, String body) {
    return lti.assembly
        .make(RegistrationsResource.class)
        .register(authorization, LtiFixture.stream(body));
  }

  @Test
  void a_platform_tells_what_a_tool_has_to_know() {
    JsonNode said = lti.assembly.make(RegistrationsResource.class).configuration();
    assertThat(said.path("issuer").textValue()).isEqualTo("http://localhost:9080");
    assertThat(said.path("token_endpoint").textValue())
        .isEqualTo("http://localhost:9080/oauth/token");
    assertThat(said.path("jwks_uri").textValue()).isEqualTo("http://localhost:9080/oauth/keys");
    assertThat(said.path("registration_endpoint").textValue())
        .isEqualTo("http://localhost:9080/competency/lti/registrations");
    assertThat(
            said.at(
                    "/https:~1~1purl.imsglobal.org~1spec~1lti-platform-configuration"
                        + "/messages_supported")
                .findValuesAsText("type"))
        .containsExactly("LtiResourceLinkRequest", "LtiDeepLinkingRequest");
  }

  @Test
  void an_invited_tool_registers_itself_once_and_gets_the_scopes_that_tools_may_have() {
    Response answer = register("Bearer " + token, request(each -> {}).toString());
    assertThat(answer.getStatus()).isEqualTo(201);
    JsonNode said = LtiFixture.json(answer);
    assertThat(said.path("scope").textValue())
        .isEqualTo("https://purl.imsglobal.org/spec/lti-ags/scope/score");
    LtiTools tools = lti.assembly.get(LtiTools.class);
    assertThat(tools.find(said.path("client_id").textValue()))
        .hasValueSatisfying(tool -> {
          assertThat(tool.name()).isEqualTo("Registered quiz");
          assertThat(tool.deepLinkingUri()).contains("https://tool.example/choose");
          assertThat(tool.tellsNames()).isFalse();
          assertThat(tool.custom()).containsEntry("a", "b");
        });
    String deployment = said.path(TOOL).path("deployment_id").textValue();
    assertThat(tools.findDeployment(deployment)).isPresent();
    assertThat(register("bearer " + token, request(each -> {}).toString()).getStatus())
        .isEqualTo(401);
  }

  @Test
  void a_tool_may_publish_its_keys_and_a_registrar_may_give_it_others() {
    String address = "https://tool.example/keys";
    ObjectNode sent = request(each -> each.put("jwks_uri", address).remove("jwks"));
    JsonNode said = LtiFixture.json(register("Bearer " + token, sent.toString()));
    assertThat(said.path("jwks_uri").textValue()).isEqualTo(address);
    String id = said.path("client_id").textValue();
    OAuthClients clients = lti.assembly.get(OAuthClients.class);
    assertThat(clients.find(id).orElseThrow().proof())
        .isEqualTo(new OAuthClient.Proof.KeysAt(address));

    ClientsResource page =
        lti.visitedBy("registrar", Set.of(Roles.REGISTRAR), ClientsResource.class);
    assertThatThrownBy(() -> page.change(id, "{}")).hasMessage("Bad keys");
    assertThatThrownBy(() -> page.change(id, null)).hasMessage("Bad keys");
    assertThat(page.change(id, LtiFixture.KEY.keySet()).getStatus()).isEqualTo(303);
    assertThat(clients.find(id).orElseThrow().proof()).isInstanceOf(OAuthClient.Proof.Keys.class);
    assertThat(lti.count("platform.audit_entry where action = 'client-keys-changed'")).isEqualTo(1);
  }

  @Test
  void without_an_invitation_or_a_day_after_it_nobody_registers() {
    assertThat(register("Bearer guessed", request(each -> {}).toString()).getStatus())
        .isEqualTo(401);
    assertThat(register("", request(each -> {}).toString()).getStatus()).isEqualTo(401);
    lti.execute("update competency.lti_registration set expires_at = made_at");
    Response late = register("Bearer " + token, request(each -> {}).toString());
    assertThat(late.getStatus()).isEqualTo(401);
    assertThat(late.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void what_is_wrong_is_told_as_the_standard_has_it_and_the_invitation_stays_good() {
    for (String body :
        List.of(
            "{",
            "{}",
            request(each -> each.put("client_name", " ")).toString(),
            request(each -> each.put("initiate_login_uri", "javascript:x")).toString(),
            request(each -> each.putArray("redirect_uris")).toString(),
            request(each -> each.putObject("jwks").put("keys", "none")).toString(),
            request(each -> each.remove("jwks")).toString(),
            request(each -> each.putArray("redirect_uris").add("nowhere")).toString())) {
      Response answer = register("Bearer " + token, body);
      assertThat(answer.getStatus()).as(body).isEqualTo(400);
      assertThat(LtiFixture.json(answer).path("error").textValue())
          .isEqualTo("invalid_client_metadata");
    }
    assertThat(register("Bearer " + token, request(each -> {}).toString()).getStatus())
        .isEqualTo(201);
  }

  @Test
  void a_tool_whose_use_ended_is_gone_and_its_tokens_with_it() {
    EndTool end = lti.assembly.get(EndTool.class);
    assertThat(end.end(lti.tool.clientId(), "registrar")).isTrue();
    assertThat(end.end(lti.tool.clientId(), "registrar")).isFalse();
    assertThat(lti.assembly.get(LtiTools.class).find(lti.tool.clientId())).isEmpty();
    assertThat(lti.count("platform.oauth_client where disabled_at is not null")).isEqualTo(1);
  }
}
