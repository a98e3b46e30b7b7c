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

/** Assessment line items (OneRoster 1.2, gradebook). */
@Component
@Path(AssessmentLineItemsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class AssessmentLineItemsResource extends ServiceResource {
  static final String PATH = Addresses.GRADEBOOK + "/assessmentLineItems";

  @Inject private ObjectIntake intake;

  /** Operation getAllAssessmentLineItems. */
  @GET
  @Scopes(Scope.READ_ASSESSMENTS)
  public Response all(@Context UriInfo uri) {
    return page(GradebookClasses.ASSESSMENT_LINE_ITEMS, PATH, uri, Map.of());
  }

  /** Operation getAssessmentLineItem. */
  @GET
  @Path("{sourcedId}")
  @Scopes(Scope.READ_ASSESSMENTS)
  public Response get(@PathParam("sourcedId") String sourcedId, @Context UriInfo uri) {
    return one(GradebookClasses.ASSESSMENT_LINE_ITEMS, sourcedId, uri, Map.of());
  }

  /** Operation putAssessmentLineItem: makes or replaces it. */
  @PUT
  @Path("{sourcedId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.PUT_ASSESSMENTS)
  public Response put(@PathParam("sourcedId") String sourcedId, InputStream body) {
    intake.store(
        GradebookReader.assessmentLineItem(Body.read(body, "assessmentLineItem"), sourcedId));
    return Response.status(Response.Status.CREATED).build();
  }

  /** Operation deleteAssessmentLineItem. */
  @DELETE
  @Path("{sourcedId}")
  @Scopes(Scope.DELETE_ASSESSMENTS)
  public Response delete(@PathParam("sourcedId") String sourcedId) {
    intake.end("assessmentLineItem", sourcedId);
    return Response.noContent().build();
  }
}
