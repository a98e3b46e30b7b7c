package org.vellum.competency.lti.tool;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Lti;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * Where a platform sends its administrator to register us (LTI Dynamic Registration 1.0, section
 * 3.3). Nothing is asked of it before a registrar of ours has said yes.
 */
@Component
@Path("/lti/tool/registration")
public class JoinResource {
  static final String TEMPLATE = "org/vellum/competency/lti/join";

  @Inject private JoinPlatform joinPlatform;
  @Inject private Caller caller;

  /** Asks whether to register. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page ask(
      @QueryParam("openid_configuration") @Nullable String configuration,
      @QueryParam("registration_token") @Nullable String token) {
    return Page.of(TEMPLATE, Map.of("configuration", text(configuration), "token", text(token)));
  }

  /** Registers. */
  @POST
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response join(
      @FormParam("configuration") @Nullable String configuration,
      @FormParam("token") @Nullable String token) {
    Optional<String> given =
        Optional.of(text(token)).filter(value -> value.matches("[\\x21-\\x7E]+"));
    return switch (joinPlatform.join(text(configuration), given, caller.actor())) {
      case JoinPlatform.Result.Joined joined ->
          Flash.to(
              URI.create(Lti.PATH + "/platforms"),
              joined.deployed()
                  ? "We are registered at " + joined.name() + "."
                  : "We are registered at " + joined.name() + ". Enter our deployment ID below.");
      case JoinPlatform.Result.Failed failed ->
          throw Problem.of(422, "Not registered", failed.why()).exception();
    };
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field.strip();
  }
}
