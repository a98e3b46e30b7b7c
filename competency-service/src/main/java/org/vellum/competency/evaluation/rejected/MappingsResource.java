package org.vellum.competency.evaluation.rejected;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.EndMapping;
import org.vellum.competency.evaluation.MapIdentifier;
import org.vellum.competency.evaluation.Mapping;
import org.vellum.competency.evaluation.Mappings;
import org.vellum.competency.evaluation.RejectedResults;
import org.vellum.competency.evaluation.ReplayRejection;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** What sources mean by their identifiers: said, listed, ended. */
@Component
@Path("/results/mappings")
public class MappingsResource {
  static final String TEMPLATE = "org/vellum/competency/evaluation/mappings";
  private static final URI PAGE = URI.create("/competency/results/mappings");
  private static final int PAGE_SIZE = 50;
  private static final int LONGEST = 255;

  @Inject private MapIdentifier mapIdentifier;
  @Inject private EndMapping endMapping;
  @Inject private Mappings mappings;
  @Inject private RejectedResults rejected;
  @Inject private ReplayRejection replay;
  @Inject private Caller caller;

  /** The page of those in force. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@QueryParam("offset") int offset) {
    return Page.of(
        TEMPLATE,
        Map.of("mappings", list(offset), "offset", Math.max(0, offset), "size", PAGE_SIZE));
  }

  /** The same as JSON, {@value #PAGE_SIZE} at a time. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public List<Mappings.InForce> list(@QueryParam("offset") int offset) {
    return mappings.list(PAGE_SIZE, Math.max(0, offset));
  }

  /** Makes one, and judges again what waited for it. */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response make(
      @FormParam("source") @Nullable String source,
      @FormParam("kind") @Nullable String kind,
      @FormParam("identifier") @Nullable String identifier,
      @FormParam("meant") @Nullable String meant) {
    Mapping mapping =
        new Mapping(
            text("source", source),
            Mapping.Kind.find(text("kind", kind))
                .orElseThrow(() -> bad("The kind is learner, or line item.")),
            text("identifier", identifier),
            text("meant", meant));
    return switch (mapIdentifier.map(mapping, caller.actor())) {
      case MapIdentifier.Result.NotInRoster unknown ->
          throw bad(
              "The roster knows no %s “%s”.".formatted(mapping.kind().word(), mapping.meant()));
      case MapIdentifier.Result.Mapped mapped ->
          Flash.to(
              RejectedResultsResource.PAGE,
              Replayed.by(replay, rejected.naming(mapping, RejectedResultsResource.AT_A_TIME))
                  .sentence());
    };
  }

  /** Ends one. */
  @POST
  @Path("{id}/end")
  @RolesAllowed(Roles.REGISTRAR)
  public Response end(@PathParam("id") UUID id) {
    if (!endMapping.end(id, caller.actor())) {
      throw Problem.of(404, "Unknown mapping", "There is no such mapping in force.").exception();
    }
    return Flash.to(PAGE, "The mapping is ended. Results that were stored by it stay.");
  }

  private static String text(String name, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST) {
      throw bad("%s is needed, of at most %d characters.".formatted(name, LONGEST));
    }
    return value.strip();
  }

  private static RuntimeException bad(String detail) {
    return Problem.of(422, "Mapping refused", detail).exception();
  }
}
