package org.vellum.competency.lti.tool;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Lti;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.signing.TokenKeysResource;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** The platforms from which we are launched, and their courses with how they are read. */
@Component
@Path("/lti/platforms")
public class PlatformsResource {
  static final String TEMPLATE = "org/vellum/competency/lti/platforms";
  private static final URI PAGE = URI.create(Lti.PATH + "/platforms");
  private static final int PAGE_SIZE = 50;

  @Inject private LtiPlatforms platforms;
  @Inject private Courses courses;
  @Inject private RegisterPlatform registerPlatform;
  @Inject private ChangePlatform changePlatform;
  @Inject private Addresses addresses;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;
  @Inject private Ids ids;

  /** The page of them. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page page(@QueryParam("offset") int offset) {
    int from = Math.max(0, offset);
    Map<String, Object> model = new HashMap<>();
    model.put("platforms", platforms.list());
    model.put("deployments", platforms.listDeployments());
    model.put("courses", courses.list(PAGE_SIZE, from));
    model.put("offset", from);
    model.put("size", PAGE_SIZE);
    model.put("login", addresses.of("/tool/login"));
    model.put("launch", addresses.of("/tool/launch"));
    model.put("keys", configuration.address(TokenKeysResource.PATH).toString());
    model.put("registration", addresses.of("/tool/registration"));
    return Page.of(TEMPLATE, model);
  }

  /** Registers a platform by hand. */
  @POST
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response register(
      @FormParam("name") @Nullable String name,
      @FormParam("issuer") @Nullable String issuer,
      @FormParam("clientId") @Nullable String clientId,
      @FormParam("authUri") @Nullable String authUri,
      @FormParam("tokenUri") @Nullable String tokenUri,
      @FormParam("keysUri") @Nullable String keysUri,
      @FormParam("tokenAudience") @Nullable String tokenAudience,
      @FormParam("deployment") @Nullable String deployment) {
    LtiPlatform platform =
        new LtiPlatform(
            ids.next(),
            text(name),
            text(issuer),
            text(clientId),
            text(authUri),
            text(tokenUri),
            text(keysUri),
            given(tokenAudience));
    List<Finding> findings = registerPlatform.register(platform, given(deployment), caller.actor());
    if (!findings.isEmpty()) {
      throw Problem.of(422, "Platform refused", "The platform is not registered.", findings)
          .exception();
    }
    return Flash.to(PAGE, platform.name() + " is registered.");
  }

  /** Enters a deployment of ours at a platform. */
  @POST
  @Path("{id}/deployments")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response deploy(
      @PathParam("id") UUID id, @FormParam("deployment") @Nullable String deployment) {
    change(id, new ChangePlatform.Change.Deployed(text(deployment)));
    return Flash.to(PAGE, "The deployment is entered.");
  }

  /** Ends the trust in a platform. */
  @POST
  @Path("{id}/end")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response end(@PathParam("id") UUID id) {
    change(id, new ChangePlatform.Change.Ended());
    return Flash.to(PAGE, "The platform is trusted no more. What was read of it stays.");
  }

  private void change(UUID id, ChangePlatform.Change change) {
    if (!changePlatform.change(id, change, caller.actor())) {
      throw Problem.of(422, "Nothing changed", "There is no such platform, or nothing was given.")
          .exception();
    }
  }

  private static Optional<String> given(@Nullable String field) {
    return Optional.of(text(field)).filter(text -> !text.isEmpty());
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field.strip();
  }
}
