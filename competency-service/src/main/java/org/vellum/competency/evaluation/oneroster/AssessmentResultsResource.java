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
import org.vellum.competency.oneroster.ObjectClass;
import org.vellum.competency.oneroster.ServiceResource;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/**
 * Results on assessment line items (OneRoster 1.2, gradebook); of the client itself, as results
 * are.
 */
@Component
@Path(AssessmentResultsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class AssessmentResultsResource extends ServiceResource {
  static final String PATH = Addresses.GRADEBOOK + "/assessmentResults";
  private static final ObjectClass TYPE = GradebookClasses.results(ResultKind.ASSESSMENT);

  @Inject private ResultIntake intake;
  @Inject private ResultWriter writer;

  /** Operation getAllAssessmentResults. */
  @GET
  @Scopes(Scope.READ_ASSESSMENTS)
  public Response all(@Context UriInfo uri) {
    return page(TYPE, PATH, uri, own(), sent -> writer.write(ResultKind.ASSESSMENT, sent));
  }

  /** Operation getAssessmentResult. */
  @GET
  @Path("{sourcedId}")
  @Scopes(Scope.READ_ASSESSMENTS)
  public Response get(@PathParam("sourcedId") String sourcedId, @Context UriInfo uri) {
    return one(TYPE, sourcedId, uri, own(), sent -> writer.write(ResultKind.ASSESSMENT, sent));
  }

  /** Operation putAssessmentResult: stores a result, or a correction of one, as a fact. */
  @PUT
  @Path("{sourcedId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.PUT_ASSESSMENTS)
  public Response put(@PathParam("sourcedId") String sourcedId, InputStream body) {
    intake.store(ResultKind.ASSESSMENT, sourcedId, body);
    return Response.status(Response.Status.CREATED).build();
  }

  /** Operation deleteAssessmentResult: takes a result back. */
  @DELETE
  @Path("{sourcedId}")
  @Scopes(Scope.DELETE_ASSESSMENTS)
  public Response delete(@PathParam("sourcedId") String sourcedId) {
    require(TYPE, sourcedId, own());
    intake.clear(ResultKind.ASSESSMENT, sourcedId);
    return Response.noContent().build();
  }

  private Map<String, String> own() {
    return Map.of("source", intake.client());
  }
}
