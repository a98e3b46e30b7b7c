package org.vellum.competency.lti.launch;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.LtiTools;
import org.vellum.competency.lti.Members;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.competency.lti.Queries;
import org.vellum.competency.lti.ResourceLinks;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.signing.TokenSigner;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Begins a launch: leads to where the tool asks who it is that comes (OIDC, LTI 1.3, 5.1.1.1). */
@UseCase
public class BeginLaunch {
  private static final int HINT_BYTES = 32;

  private final LtiTools tools;
  private final ResourceLinks links;
  private final Contexts contexts;
  private final Members members;
  private final Launches launches;
  private final TokenSigner signer;
  private final PlatformConfiguration configuration;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public BeginLaunch(
      LtiTools tools,
      ResourceLinks links,
      Contexts contexts,
      Members members,
      Launches launches,
      TokenSigner signer,
      PlatformConfiguration configuration,
      Clock clock,
      Ids ids) {
    this.tools = tools;
    this.links = links;
    this.contexts = contexts;
    this.members = members;
    this.launches = launches;
    this.signer = signer;
    this.configuration = configuration;
    this.clock = clock;
    this.ids = ids;
  }

  /** Who begins: the sign-in name, and whether the person may act in every class. */
  public record By(String person, boolean everywhere) {}

  /** What is begun. */
  public sealed interface Wanted {
    /** The launch of a link. */
    record OfLink(UUID link) implements Wanted {}

    /**
     * The choice of content for a class.
     *
     * @param deployment the deployment of the tool
     * @param classSourcedId the class
     * @param evidences what the content is to evidence
     */
    record OfChoice(
        String deployment, String classSourcedId, Optional<PutLineItem.Evidences> evidences)
        implements Wanted {}
  }

  /** What became of it. */
  public sealed interface Result {
    /** It is begun; the browser goes on to this address of the tool. */
    record Begun(URI login) implements Result {}

    /** There is no such link, class or tool for this person. */
    record Unknown() implements Result {}

    /** The tool lets nobody choose content. */
    record NothingToChoose() implements Result {}

    /** No secret is set under which the keys that sign could be kept. */
    record NoKeys() implements Result {}
  }

  /** Begins it. */
  public Result begin(Wanted wanted, By by) {
    if (!signer.isReady()) {
      return new Result.NoKeys();
    }
    return switch (wanted) {
      case Wanted.OfLink(UUID id) ->
          links
              .find(id)
              .filter(link -> by.everywhere() || isMember(link.context(), by.person()))
              .map(link -> begin(link, by))
              .orElseGet(Result.Unknown::new);
      case Wanted.OfChoice choice -> begin(choice, by);
    };
  }

  private boolean isMember(UUID context, String person) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return members.find(context, person, today).isPresent();
  }

  private Result begin(ResourceLinks.ResourceLink link, By by) {
    LtiTool tool = tools.find(link.clientId()).orElseThrow();
    Launch launch =
        new Launch(
            by.person(),
            link.clientId(),
            link.deployment(),
            link.context(),
            Optional.of(link.id()),
            Optional.empty());
    return begun(tool, launch, link.targetLinkUri());
  }

  private Result begin(Wanted.OfChoice choice, By by) {
    Optional<LtiTools.Deployment> deployment = tools.findDeployment(choice.deployment());
    boolean may = by.everywhere() || contexts.isTaughtBy(choice.classSourcedId(), by.person());
    Optional<Contexts.LtiContext> context =
        may ? contexts.ofClass(choice.classSourcedId()) : Optional.empty();
    if (deployment.isEmpty() || context.isEmpty()) {
      return new Result.Unknown();
    }
    LtiTool tool = tools.find(deployment.get().clientId()).orElseThrow();
    if (tool.deepLinkingUri().isEmpty()) {
      return new Result.NothingToChoose();
    }
    Launch launch =
        new Launch(
            by.person(),
            tool.clientId(),
            deployment.get().id(),
            context.get().id(),
            Optional.empty(),
            choice.evidences());
    return begun(tool, launch, tool.deepLinkingUri().get());
  }

  private Result begun(LtiTool tool, Launch launch, String target) {
    String hint = ids.secret(HINT_BYTES);
    launches.begin(hint, launch, clock.instant());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("iss", configuration.baseUrl().toString());
    fields.put("login_hint", hint);
    fields.put("target_link_uri", target);
    fields.put("lti_message_hint", launch.context().toString());
    fields.put("client_id", tool.clientId());
    fields.put("lti_deployment_id", launch.deployment());
    return new Result.Begun(URI.create(Queries.with(tool.loginUri(), fields)));
  }
}
