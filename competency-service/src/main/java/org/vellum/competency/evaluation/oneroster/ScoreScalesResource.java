package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.vellum.competency.oneroster.ServiceResource;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** Score scales (OneRoster 1.2, gradebook). */
@Component
@Path(ScoreScalesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class ScoreScalesResource extends ServiceResource {
  static final String PATH = Addresses.GRADEBOOK + "/scoreScales";

  @Inject private ObjectIntake intake;

  /** Operation getAllScoreScales. */
  @GET
  @Scopes({Scope.READ_CORE, Scope.READ})
  public Response all(@Context UriInfo uri) {
    return page(GradebookClasses.SCORE_SCALES, PATH, uri, Map.of());
  }

  /** Operation getScoreScale. */
  @GET
  @Path("{sourcedId}")
  @Scopes({Scope.READ_CORE, Scope.READ})
  public Response get(@PathParam("sourcedId") String sourcedId, @Context UriInfo uri) {
    return one(GradebookClasses.SCORE_SCALES, sourcedId, uri, Map.of());
  }

  /** Operation putScoreScale: makes or replaces it. */
  @PUT
  @Path("{sourcedId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.PUT)
  public Response put(@PathParam("sourcedId") String sourcedId, InputStream body) {
    intake.store(GradebookReader.scoreScale(Body.read(body, "scoreScale"), sourcedId));
    return Response.status(Response.Status.CREATED).build();
  }

  /** Operation deleteScoreScale. */
  @DELETE
  @Path("{sourcedId}")
  @Scopes(Scope.DELETE)
  public Response delete(@PathParam("sourcedId") String sourcedId) {
    intake.end("scoreScale", sourcedId);
    return Response.noContent().build();
  }
}
