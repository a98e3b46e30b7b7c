package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.ObjectClass;
import org.vellum.competency.oneroster.ServiceResource;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** What the gradebook has of one school (OneRoster 1.2, gradebook). */
@Component
@Path(SchoolGradebookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class SchoolGradebookResource extends ServiceResource {
  static final String PATH = Addresses.GRADEBOOK + "/schools/{school}";

  private static final ObjectClass SCORE_SCALES =
      GradebookClasses.SCORE_SCALES.where(
          """
          exists (select from competency.class k where k.sourced_id = t.class_sourced_id
            and k.school_sourced_id = :school)\
          """);

  @Inject private ObjectIntake intake;
  @Inject private Rostered rostered;

  /** Operation getScoreScalesForSchool: those of its classes. */
  @GET
  @Path("scoreScales")
  @Scopes(Scope.READ)
  public Response scoreScales(@PathParam("school") String sourcedId, @Context UriInfo uri) {
    rostered.require("org", sourcedId);
    return page(
        SCORE_SCALES,
        PATH.replace("{school}", Addresses.encoded(sourcedId)) + "/scoreScales",
        uri,
        Map.of("school", sourcedId));
  }

  /** Operation postLineItemsForSchool. */
  @POST
  @Path("lineItems")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.POST)
  public Response postLineItems(@PathParam("school") String sourcedId, InputStream body) {
    rostered.require("org", sourcedId);
    return Response.status(Response.Status.CREATED)
        .entity(intake.storeLineItems(body, "school", sourcedId))
        .build();
  }
}
