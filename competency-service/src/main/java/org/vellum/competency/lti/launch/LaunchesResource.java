package org.vellum.competency.lti.launch;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.competency.lti.Queries;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.FromElsewhere;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.platform.web.SecurityHeaders;

/** Where launches begin, and where tools ask who comes (LTI 1.3, section 5.1.1). */
@Component
@Path("/lti")
public class LaunchesResource {
  static final String TEMPLATE = "org/vellum/competency/lti/forward";
  private static final BigDecimal ENOUGH = new BigDecimal("0.7");

  @Inject private BeginLaunch beginLaunch;
  @Inject private AuthorizeLaunch authorizeLaunch;
  @Inject private Caller caller;

  /** Launches a link. */
  @GET
  @Path("launches/{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.LEARNER, Roles.FACULTY, Roles.REGISTRAR})
  public Response launch(@PathParam("id") UUID id) {
    return begun(new BeginLaunch.Wanted.OfLink(id));
  }

  /**
   * Lets a teacher choose content of a tool for a class.
   *
   * @param competency identifier of the CFItem that it is to evidence, or nothing
   * @param threshold share of the scale that is enough; 0.7 unless said
   */
  @GET
  @Path("choice")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.FACULTY, Roles.REGISTRAR})
  public Response choose(
      @QueryParam("deployment") @Nullable String deployment,
      @QueryParam("class") @Nullable String classSourcedId,
      @QueryParam("competency") @Nullable String competency,
      @QueryParam("threshold") @Nullable String threshold) {
    return begun(
        new BeginLaunch.Wanted.OfChoice(
            deployment == null ? "" : deployment,
            classSourcedId == null ? "" : classSourcedId,
            evidences(competency, threshold)));
  }

  /** What content is to evidence, as two fields of a form say it. */
  public static Optional<PutLineItem.Evidences> evidences(
      @Nullable String competency, @Nullable String threshold) {
    if (competency == null || competency.isBlank()) {
      return Optional.empty();
    }
    try {
      BigDecimal enough =
          threshold == null || threshold.isBlank() ? ENOUGH : new BigDecimal(threshold.strip());
      if (enough.signum() <= 0 || enough.compareTo(BigDecimal.ONE) > 0 || enough.scale() > 10) {
        throw bad("The share that is enough lies above 0 and is at most 1.");
      }
      return Optional.of(new PutLineItem.Evidences(UUID.fromString(competency.strip()), enough));
    } catch (IllegalArgumentException e) {
      throw bad(
          "A competency is named by its identifier, and the share that is enough by a figure.");
    }
  }

  /** Answers a tool, by way of the browser. */
  @GET
  @Path("authorization")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.LEARNER, Roles.FACULTY, Roles.REGISTRAR})
  public Response authorize(@Context UriInfo request) {
    Map<String, String> asked = new HashMap<>();
    request.getQueryParameters().forEach((name, values) -> asked.put(name, values.getFirst()));
    return switch (authorizeLaunch.authorize(asked, caller.person().orElseThrow())) {
      case AuthorizeLaunch.Result.Refused refused -> throw bad(refused.why());
      case AuthorizeLaunch.Result.Sends sends ->
          Response.ok(
                  Page.of(
                      TEMPLATE,
                      Map.of(
                          "target", sends.redirectUri(),
                          "tool", sends.tool(),
                          "fields", sends.fields())))
              .header(
                  SecurityHeaders.POLICY_HEADER,
                  SecurityHeaders.leadingTo(LtiTool.origin(sends.redirectUri())))
              .build();
    };
  }

  /**
   * A tool may ask by a form (OpenID Connect Core, section 3.1.2.1). Browsers bring no sign-in
   * along with a form from elsewhere, so they are led to ask by the address instead.
   */
  @POST
  @Path("authorization")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermitAll
  @FromElsewhere("OpenID Connect Core, section 3.1.2.1")
  public Response authorizeByForm(MultivaluedMap<String, String> fields) {
    Map<String, String> asked = new LinkedHashMap<>();
    fields.forEach((name, values) -> {
      if (name.matches("[a-z_]{1,40}")) {
        asked.put(name, values.getFirst());
      }
    });
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", Queries.with(Lti.PATH + "/authorization", asked))
        .build();
  }

  private Response begun(BeginLaunch.Wanted wanted) {
    boolean everywhere = caller.has(Roles.REGISTRAR);
    BeginLaunch.By by = new BeginLaunch.By(caller.person().orElseThrow(), everywhere);
    return switch (beginLaunch.begin(wanted, by)) {
      case BeginLaunch.Result.Begun begun ->
          Response.status(Response.Status.SEE_OTHER)
              .header("Location", begun.login().toString())
              .build();
      case BeginLaunch.Result.Unknown unknown ->
          throw Problem.of(404, "Unknown activity", "There is no such activity in your classes.")
              .exception();
      case BeginLaunch.Result.NothingToChoose nothing ->
          throw bad("This tool lets nobody choose content.");
      case BeginLaunch.Result.NoKeys none ->
          throw Problem.of(
                  503, "Tools cannot be launched", "vellum.platform.key-secret is not set.")
              .exception();
    };
  }

  private static RuntimeException bad(String why) {
    return Problem.of(400, "Launch refused", why).exception();
  }
}
