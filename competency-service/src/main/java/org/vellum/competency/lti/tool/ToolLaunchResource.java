package org.vellum.competency.lti.tool;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Lti;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.FromElsewhere;
import org.vellum.platform.usecase.Component;

/** Where platforms launch us (LTI 1.3, section 5.1.1). Nobody is signed in by a launch. */
@Component
@Path("/lti/tool")
public class ToolLaunchResource {
  static final String TEMPLATE = "org/vellum/competency/lti/launched";
  private static final String COOKIE = "vellum-lti";
  private static final int SECONDS = 600;

  @Inject private BeginLogin beginLogin;
  @Inject private VerifyLaunch verifyLaunch;
  @Inject private RecordLaunch recordLaunch;
  @Inject private PlatformConfiguration configuration;

  /** Login initiation by an address. */
  @GET
  @Path("login")
  @PermitAll
  public Response login(@Context UriInfo request) {
    return begun(request.getQueryParameters());
  }

  /** Login initiation by a form. */
  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermitAll
  @FromElsewhere("LTI 1.3, section 5.1.1.1")
  public Response loginByForm(MultivaluedMap<String, String> fields) {
    return begun(fields);
  }

  private Response begun(MultivaluedMap<String, String> fields) {
    Map<String, String> asked = new HashMap<>();
    fields.forEach((name, values) -> asked.put(name, values.getFirst()));
    BeginLogin.Begun begun =
        beginLogin
            .begin(asked)
            .orElseThrow(() ->
                refused("The login is of no platform that is registered here, or names nobody."));
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", begun.address())
        .cookie(cookie(begun.state(), SECONDS))
        .build();
  }

  /**
   * The message of the launch. It must come from the browser in which the login began: else one
   * could be made to go on with the launch of another.
   */
  @POST
  @Path("launch")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  @FromElsewhere("LTI 1.3, section 5.1.1.3")
  public Response launch(
      @FormParam("id_token") @Nullable String idToken,
      @FormParam("state") @Nullable String state,
      @FormParam("error") @Nullable String error,
      @CookieParam(COOKIE) @Nullable String cookie) {
    if (error != null) {
      throw refused("The platform did not say who comes.");
    }
    if (state == null || idToken == null || !state.equals(cookie)) {
      throw refused(
          "The launch did not begin in this browser, or the browser keeps no cookies in a frame:"
              + " let the platform open Vellum in a window of its own.");
    }
    return Response.ok(launched(state, idToken)).cookie(cookie("", 0)).build();
  }

  Page launched(String state, String idToken) {
    return switch (verifyLaunch.verify(state, idToken)) {
      case VerifyLaunch.Result.Fails fails -> throw refused("The message " + fails.why() + ".");
      case VerifyLaunch.Result.Holds holds ->
          switch (recordLaunch.record(state, holds.platform(), holds.claims())) {
            case RecordLaunch.Result.Replayed replayed ->
                throw refused("The message was used before.");
            case RecordLaunch.Result.Taken taken -> page(holds.platform(), taken);
          };
    };
  }

  private static Page page(LtiPlatform platform, RecordLaunch.Result.Taken taken) {
    return Page.of(
        TEMPLATE,
        Map.of(
            "platform", platform.name(),
            "course", taken.course().orElse(""),
            "teaches", taken.teaches(),
            "readable", taken.readable()));
  }

  private NewCookie cookie(String state, int seconds) {
    boolean secure = configuration.isSecure();
    return new NewCookie.Builder(COOKIE)
        .value(state)
        .path(Lti.PATH + "/tool")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        // The platform's page sends the message: only so do browsers bring the cookie along.
        .sameSite(secure ? NewCookie.SameSite.NONE : NewCookie.SameSite.LAX)
        .build();
  }

  private static RuntimeException refused(String why) {
    return Problem.of(400, "Launch refused", why).exception();
  }
}
