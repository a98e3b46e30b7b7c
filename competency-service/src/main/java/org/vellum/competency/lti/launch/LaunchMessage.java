package org.vellum.competency.lti.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.Contexts.LtiContext;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.competency.lti.LtiLineItems;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.Members;
import org.vellum.competency.lti.ResourceLinks;
import org.vellum.competency.lti.ResourceLinks.ResourceLink;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.oauth.OAuthClient;
import org.vellum.platform.oauth.OAuthClients;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** Writes the claims of a launch (LTI 1.3, section 5.3 and 5.4; Deep Linking 2.0, section 4.4). */
@Component
public class LaunchMessage {
  private static final long GOOD_FOR_SECONDS = 300;
  private static final int DATA_BYTES = 32;
  private static final String INSTITUTION_ADMINISTRATOR =
      "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";

  private final Contexts contexts;
  private final Members members;
  private final ResourceLinks links;
  private final LtiLineItems lineItems;
  private final OAuthClients clients;
  private final Launches launches;
  private final Addresses addresses;
  private final PlatformConfiguration configuration;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public LaunchMessage(
      Contexts contexts,
      Members members,
      ResourceLinks links,
      LtiLineItems lineItems,
      OAuthClients clients,
      Launches launches,
      Addresses addresses,
      PlatformConfiguration configuration,
      Clock clock,
      Ids ids) {
    this.contexts = contexts;
    this.members = members;
    this.links = links;
    this.lineItems = lineItems;
    this.clients = clients;
    this.launches = launches;
    this.addresses = addresses;
    this.configuration = configuration;
    this.clock = clock;
    this.ids = ids;
  }

  /** The claims; empty if the class or the link is not there any more. */
  Optional<ObjectNode> of(Launch launch, LtiTool tool, @Nullable String nonce) {
    Optional<LtiContext> context = contexts.find(launch.context());
    Optional<ResourceLink> link = launch.resourceLink().flatMap(links::find);
    if (context.isEmpty() || link.isEmpty() != launch.resourceLink().isEmpty()) {
      return Optional.empty();
    }
    ObjectNode claims = Json.mapper().createObjectNode();
    Instant now = clock.instant();
    claims
        .put("iss", configuration.baseUrl().toString())
        .put("aud", tool.clientId())
        .put("azp", tool.clientId())
        .put("iat", now.getEpochSecond())
        .put("exp", now.getEpochSecond() + GOOD_FOR_SECONDS)
        .put("nonce", nonce)
        .put(Lti.CLAIM + "version", "1.3.0")
        .put(Lti.CLAIM + "deployment_id", launch.deployment());
    claims
        .putObject(Lti.CLAIM + "tool_platform")
        .put("guid", configuration.baseUrl().getAuthority())
        .put("name", configuration.institutionName())
        .put("product_family_code", "vellum");
    claims
        .putObject(Lti.CLAIM + "launch_presentation")
        .put("document_target", "window")
        .put("return_url", addresses.returns());
    person(claims, launch, tool, context.get());
    context(claims, context.get());
    link.ifPresentOrElse(
        found -> resource(claims, tool, found, context.get()), () -> choice(claims, launch, tool));
    return Optional.of(claims);
  }

  /** Sections 5.3.6, 5.3.7 and 5.4.5. Who is in no class is a registrar, and told so. */
  private void person(ObjectNode claims, Launch launch, LtiTool tool, LtiContext context) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<Members.Member> member = members.find(context.id(), launch.person(), today);
    claims.put(
        "sub",
        member
            .map(found -> found.id().toString())
            .orElseGet(() -> UUID.nameUUIDFromBytes(launch.person().getBytes(UTF_8)).toString()));
    ArrayNode roles = claims.putArray(Lti.CLAIM + "roles");
    member
        .map(Members.Member::ltiRoles)
        .orElse(List.of(INSTITUTION_ADMINISTRATOR))
        .forEach(roles::add);
    ObjectNode lis = claims.putObject(Lti.CLAIM + "lis");
    lis.put("course_section_sourcedid", context.classSourcedId());
    member.ifPresent(found -> {
      lis.put("person_sourcedid", found.sourcedId());
      if (tool.tellsNames()) {
        claims
            .put("given_name", found.givenName())
            .put("family_name", found.familyName())
            .put("name", found.name());
        found.email().ifPresent(email -> claims.put("email", email));
      }
    });
  }

  private static void context(ObjectNode claims, LtiContext context) {
    ObjectNode said = claims.putObject(Lti.CLAIM + "context");
    said.put("id", context.id().toString()).put("title", context.title());
    context.label().ifPresent(label -> said.put("label", label));
    said.putArray("type").add(Lti.COURSE_SECTION);
  }

  private void resource(ObjectNode claims, LtiTool tool, ResourceLink link, LtiContext context) {
    claims
        .put(Lti.CLAIM + "message_type", "LtiResourceLinkRequest")
        .put(Lti.CLAIM + "target_link_uri", link.targetLinkUri());
    ObjectNode said = claims.putObject(Lti.CLAIM + "resource_link");
    said.put("id", link.id().toString()).put("title", link.title());
    link.description().ifPresent(text -> said.put("description", text));
    List<LtiLineItem> bound = bound(tool, link, context);
    Map<String, String> custom = new HashMap<>(tool.custom());
    custom.putAll(link.custom());
    custom(claims, custom, bound.size() == 1 ? Optional.of(bound.getFirst()) : Optional.empty());
    services(claims, tool, bound, context);
  }

  private List<LtiLineItem> bound(LtiTool tool, ResourceLink link, LtiContext context) {
    return lineItems.list(
        context.id(),
        tool.clientId(),
        new LtiLineItems.Asked(
            Optional.of(link.id()), Optional.empty(), Optional.empty(), Optional.empty(), 2));
  }

  /** Section 5.4.6: after the other claims, because variables stand for what these say. */
  private static void custom(
      ObjectNode claims, Map<String, String> custom, Optional<LtiLineItem> lineItem) {
    if (!custom.isEmpty()) {
      Map<String, String> values = LaunchVariables.substituted(custom, claims, lineItem);
      ObjectNode said = claims.putObject(Lti.CLAIM + "custom");
      values.forEach(said::put);
    }
  }

  /** AGS 2.0, section 3.1; NRPS 2.0, section 2.2: only what the tool has a scope for. */
  private void services(
      ObjectNode claims, LtiTool tool, List<LtiLineItem> bound, LtiContext context) {
    List<String> scopes = clients.find(tool.clientId()).map(OAuthClient::scopes).orElse(List.of());
    List<String> ags = scopes.stream().filter(scope -> scope.startsWith(Lti.AGS_SCOPE)).toList();
    if (!ags.isEmpty()) {
      ObjectNode endpoint = claims.putObject(Lti.ENDPOINT);
      ArrayNode granted = endpoint.putArray("scope");
      ags.forEach(granted::add);
      endpoint.put("lineitems", addresses.lineItems(context.id()));
      if (bound.size() == 1) {
        endpoint.put("lineitem", addresses.lineItem(context.id(), bound.getFirst().id()));
      }
    }
    if (scopes.contains(Lti.MEMBERSHIP)) {
      ObjectNode service = claims.putObject(Lti.NAMES_AND_ROLES);
      service.put("context_memberships_url", addresses.memberships(context.id()));
      service.putArray("service_versions").add("2.0");
    }
  }

  private void choice(ObjectNode claims, Launch launch, LtiTool tool) {
    String data = ids.secret(DATA_BYTES);
    launches.ask(data, launch, clock.instant());
    claims
        .put(Lti.CLAIM + "message_type", "LtiDeepLinkingRequest")
        .put(Lti.CLAIM + "target_link_uri", tool.deepLinkingUri().orElse(tool.targetLinkUri()));
    custom(claims, tool.custom(), Optional.empty());
    ObjectNode settings = claims.putObject(Lti.DEEP_LINKING + "deep_linking_settings");
    settings.put("deep_link_return_url", addresses.deepLinks());
    settings.putArray("accept_types").add("ltiResourceLink");
    settings.putArray("accept_presentation_document_targets").add("window");
    settings
        .put("accept_multiple", launch.evidences().isEmpty())
        .put("accept_lineitem", true)
        .put("auto_create", true)
        .put("data", data);
  }
}
