package org.vellum.competency.lti.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.competency.lti.ToolRegistration;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.oauth.KnownScopes;
import org.vellum.platform.oauth.TokenResource;
import org.vellum.platform.signing.TokenKeysResource;
import org.vellum.platform.usecase.Component;

/** The documents of dynamic registration (LTI Dynamic Registration 1.0, sections 3.4 to 3.6). */
@Component
public class RegistrationDocument {
  private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
  private static final String PLATFORM =
      "https://purl.imsglobal.org/spec/lti-platform-configuration";
  private static final String REDIRECTS = "redirect_uris";

  private final Addresses addresses;
  private final PlatformConfiguration configuration;

  @Inject
  public RegistrationDocument(Addresses addresses, PlatformConfiguration configuration) {
    this.addresses = addresses;
    this.configuration = configuration;
  }

  /** What a tool has to know to register and be launched (OpenID Provider metadata, 3.4). */
  public ObjectNode ofPlatform() {
    ObjectNode said = Json.mapper().createObjectNode();
    said.put("issuer", configuration.baseUrl().toString())
        .put("authorization_endpoint", addresses.of("/authorization"))
        .put("token_endpoint", configuration.address(TokenResource.PATH).toString())
        .put("jwks_uri", configuration.address(TokenKeysResource.PATH).toString())
        .put("registration_endpoint", addresses.of("/registrations"));
    list(said, "token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
    list(
        said,
        "token_endpoint_auth_signing_alg_values_supported",
        List.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA"));
    list(said, "scopes_supported", scopes());
    list(said, "response_types_supported", List.of("id_token"));
    list(said, "response_modes_supported", List.of("form_post"));
    list(said, "grant_types_supported", List.of("implicit", "client_credentials"));
    list(said, "subject_types_supported", List.of("public"));
    list(said, "id_token_signing_alg_values_supported", List.of("RS256"));
    list(
        said,
        "claims_supported",
        List.of("sub", "iss", "name", "given_name", "family_name", "email"));
    ObjectNode platform = said.putObject(PLATFORM);
    platform.put("product_family_code", "vellum").put("version", "1");
    ArrayNode messages = platform.putArray("messages_supported");
    messages.addObject().put("type", "LtiResourceLinkRequest");
    messages.addObject().put("type", "LtiDeepLinkingRequest");
    return said;
  }

  private static List<String> scopes() {
    return Stream.concat(Stream.of("openid"), KnownScopes.ofTools().stream()).toList();
  }

  private static void list(ObjectNode said, String name, List<String> values) {
    ArrayNode list = said.putArray(name);
    values.forEach(list::add);
  }

  /** Reads what a tool sends to register itself; scopes that no tool may have are left out. */
  public ToolRegistration read(JsonNode sent) {
    JsonNode tool = sent.path(TOOL);
    String keys =
        sent.path("jwks").isObject()
            ? sent.path("jwks").toString()
            : sent.path("jwks_uri").asText();
    Map<String, String> custom = new HashMap<>();
    tool.path("custom_parameters")
        .properties()
        .forEach(each -> custom.put(each.getKey(), each.getValue().asText()));
    List<String> claims = texts(tool.path("claims"));
    return new ToolRegistration(
        sent.path("client_name").asText(),
        Optional.of(tool.path("description").asText()).filter(text -> !text.isBlank()),
        sent.path("initiate_login_uri").asText(),
        tool.path("target_link_uri").asText(),
        texts(sent.path(REDIRECTS)),
        deepLinking(tool),
        keys,
        Arrays.stream(sent.path("scope").asText().split(" ", -1))
            .filter(KnownScopes.ofTools()::contains)
            .toList(),
        custom,
        claims.contains("name") || claims.contains("email") || claims.contains("given_name"));
  }

  private static Optional<String> deepLinking(JsonNode tool) {
    return StreamSupport.stream(tool.path("messages").spliterator(), false)
        .filter(message -> message.path("type").asText().equals("LtiDeepLinkingRequest"))
        .map(message ->
            message.path("target_link_uri").asText(tool.path("target_link_uri").asText()))
        .findFirst();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .limit(100)
        .toList();
  }

  /** What a tool is told when it is registered (section 3.6). */
  public ObjectNode registered(RegisterTool.Result.Registered made, JsonNode sent) {
    LtiTool tool = made.tool();
    ObjectNode said = Json.mapper().createObjectNode();
    said.put("client_id", tool.clientId())
        .put("application_type", "web")
        .put("client_name", tool.name())
        .put("initiate_login_uri", tool.loginUri())
        .put("token_endpoint_auth_method", "private_key_jwt")
        .put("scope", String.join(" ", made.scopes()));
    list(said, "response_types", List.of("id_token"));
    list(said, "grant_types", List.of("implicit", "client_credentials"));
    list(said, REDIRECTS, tool.redirectUris());
    if (sent.path("jwks_uri").isTextual()) {
      said.set("jwks_uri", sent.get("jwks_uri"));
    }
    ObjectNode configured = said.putObject(TOOL);
    configured.put("deployment_id", made.deployment()).put("target_link_uri", tool.targetLinkUri());
    ArrayNode messages = configured.putArray("messages");
    messages.addObject().put("type", "LtiResourceLinkRequest");
    tool.deepLinkingUri()
        .ifPresent(uri ->
            messages.addObject().put("type", "LtiDeepLinkingRequest").put("target_link_uri", uri));
    return said;
  }
}
