package org.vellum.competency.lti.deeplinking;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.LtiTools;
import org.vellum.competency.lti.ToolKeys;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.FromElsewhere;
import org.vellum.platform.usecase.Component;

/** Where tools send what somebody chose in them (Deep Linking 2.0, section 4.5). */
@Component
@Path("/lti/deep-links")
public class DeepLinksResource {
  private static final Duration LONGEST = Duration.ofHours(1);

  @Inject private LtiTools tools;
  @Inject private ToolKeys toolKeys;
  @Inject private AcceptContent acceptContent;
  @Inject private PlatformConfiguration configuration;
  @Inject private Clock clock;

  /** Places what was chosen, and leads to the list of links. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermitAll
  @FromElsewhere("Deep Linking 2.0, section 4.5")
  public Response accept(@FormParam("JWT") @Nullable String jwt) {
    return Flash.to(URI.create(Lti.PATH + "/links"), placed(jwt == null ? "" : jwt));
  }

  /** Places what a token says was chosen; what came of it in one sentence. */
  String placed(String jwt) {
    SignedToken token =
        SignedToken.parse(jwt)
            .orElseThrow(() -> refused("is no token that is signed with a key pair"));
    Claims claims = token.claims();
    LtiTool tool =
        claims
            .text("iss")
            .flatMap(tools::find)
            .orElseThrow(() -> refused("is of no tool that is in use here"));
    fault(claims)
        .ifPresent(fault -> {
          throw refused(fault);
        });
    if (!toolKeys.signed(token, tool.clientId())) {
      throw refused("is not signed with a key of the tool");
    }
    return switch (acceptContent.accept(tool, claims)) {
      case AcceptContent.Result.Placed placed -> sentence(placed);
      case AcceptContent.Result.Refused refused ->
          throw Problem.of(422, "Choice refused", refused.why()).exception();
    };
  }

  private static String sentence(AcceptContent.Result.Placed placed) {
    String links =
        placed.links() == 1 ? "The link is placed." : placed.links() + " links are placed.";
    return placed.evidence()
        ? links
        : links + " But the competency could not be bound: the catalogue refuses the rule.";
  }

  private Optional<String> fault(Claims claims) {
    Optional<String> wrong = claims.wrongTimes(clock.instant(), LONGEST);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (!claims.audience().contains(configuration.baseUrl().toString())) {
      return Optional.of("is for another platform");
    }
    if (claims.text("nonce").isEmpty()) {
      return Optional.of("has no nonce");
    }
    if (!claims.text(Lti.CLAIM + "version").equals(Optional.of("1.3.0"))) {
      return Optional.of("is of another version of LTI");
    }
    return claims.text(Lti.CLAIM + "message_type").equals(Optional.of("LtiDeepLinkingResponse"))
        ? Optional.empty()
        : Optional.of("is another kind of message");
  }

  private static RuntimeException refused(String why) {
    return Problem.of(400, "Message refused", "The message " + why + ".").exception();
  }
}
