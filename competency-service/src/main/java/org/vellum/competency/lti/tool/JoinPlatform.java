package org.vellum.competency.lti.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTool;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.signing.TokenKeysResource;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** Registers us at a platform that invites us (LTI Dynamic Registration 1.0, as the tool). */
@Component
public class JoinPlatform {
  private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
  private static final String PLATFORM =
      "https://purl.imsglobal.org/spec/lti-platform-configuration";
  private static final List<String> SCOPES =
      List.of(Lti.LINE_ITEM_READ, Lti.RESULT_READ, Lti.MEMBERSHIP);

  private final PlatformClient client;
  private final RegisterPlatform registerPlatform;
  private final Addresses addresses;
  private final PlatformConfiguration configuration;
  private final Ids ids;

  @Inject
  public JoinPlatform(
      PlatformClient client,
      RegisterPlatform registerPlatform,
      Addresses addresses,
      PlatformConfiguration configuration,
      Ids ids) {
    this.client = client;
    this.registerPlatform = registerPlatform;
    this.addresses = addresses;
    this.configuration = configuration;
    this.ids = ids;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The platform is registered; whether it told our deployment, too. */
    record Joined(String name, boolean deployed) implements Result {}

    /** It is not, for this reason: a sentence for a person. */
    record Failed(String why) implements Result {}
  }

  /**
   * Registers us.
   *
   * @param configurationAddress the platform's {@code openid_configuration}
   * @param token its {@code registration_token}, if it gave one
   */
  public Result join(String configurationAddress, Optional<String> token, String actor) {
    try {
      JsonNode platform = client.exchange(configurationAddress, Optional.empty(), token);
      String issuer = platform.path("issuer").asText();
      if (!isOf(issuer, configurationAddress)) {
        return new Result.Failed(
            "The platform's issuer is at another server than its description.");
      }
      JsonNode made =
          client.exchange(
              platform.path("registration_endpoint").asText(), Optional.of(request()), token);
      return registered(platform, made, actor);
    } catch (PlatformException e) {
      return new Result.Failed("The platform did not register us: " + e.getMessage() + ".");
    }
  }

  /** Section 3.4: the issuer's host must be that of the configuration's address. */
  private static boolean isOf(String issuer, String address) {
    return LtiTool.isAddress(issuer)
        && LtiTool.isAddress(address)
        && URI.create(issuer).getHost().equalsIgnoreCase(URI.create(address).getHost());
  }

  private Result registered(JsonNode platform, JsonNode made, String actor) {
    String issuer = platform.path("issuer").asText();
    String family = platform.path(PLATFORM).path("product_family_code").asText("");
    String name = URI.create(issuer).getHost() + (family.isEmpty() ? "" : " (" + family + ")");
    Optional<String> deployment =
        Optional.of(made.path(TOOL).path("deployment_id").asText()).filter(id -> !id.isEmpty());
    LtiPlatform joined =
        new LtiPlatform(
            ids.next(),
            name,
            issuer,
            made.path("client_id").asText(),
            platform.path("authorization_endpoint").asText(),
            platform.path("token_endpoint").asText(),
            platform.path("jwks_uri").asText(),
            Optional.of(platform.path("authorization_server").asText())
                .filter(text -> !text.isEmpty()));
    List<Finding> findings = registerPlatform.register(joined, deployment, actor);
    return findings.isEmpty()
        ? new Result.Joined(name, deployment.isPresent())
        : new Result.Failed(
            findings.stream().map(Finding::message).collect(Collectors.joining(" ")));
  }

  /** What we ask to be registered as (section 3.5). */
  private ObjectNode request() {
    ObjectNode said = Json.mapper().createObjectNode();
    said.put("application_type", "web")
        .put("client_name", "Vellum, " + configuration.institutionName())
        .put("initiate_login_uri", addresses.of("/tool/login"))
        .put("jwks_uri", configuration.address(TokenKeysResource.PATH).toString())
        .put("token_endpoint_auth_method", "private_key_jwt")
        .put("scope", String.join(" ", SCOPES));
    list(said, "response_types", List.of("id_token"));
    list(said, "grant_types", List.of("implicit", "client_credentials"));
    list(said, "redirect_uris", List.of(addresses.of("/tool/launch")));
    ObjectNode tool = said.putObject(TOOL);
    tool.put("domain", configuration.baseUrl().getAuthority())
        .put("target_link_uri", addresses.of("/tool/launch"))
        .put("description", "Reads results that evidence competencies.");
    list(tool, "claims", List.of("iss", "sub"));
    ObjectNode message = tool.putArray("messages").addObject();
    message.put("type", "LtiResourceLinkRequest").put("label", "Vellum");
    return said;
  }

  private static void list(ObjectNode said, String name, List<String> values) {
    ArrayNode list = said.putArray(name);
    values.forEach(list::add);
  }
}
