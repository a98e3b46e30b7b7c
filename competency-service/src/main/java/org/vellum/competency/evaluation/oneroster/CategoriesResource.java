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

/** Categories (OneRoster 1.2, gradebook). */
@Component
@Path(CategoriesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class CategoriesResource extends ServiceResource {
  static final String PATH = Addresses.GRADEBOOK + "/categories";

  @Inject private ObjectIntake intake;

  /** Operation getAllCategories. */
  @GET
  @Scopes({Scope.READ_CORE, Scope.READ})
  public Response all(@Context UriInfo uri) {
    return page(GradebookClasses.CATEGORIES, PATH, uri, Map.of());
  }

  /** Operation getCategory. */
  @GET
  @Path("{sourcedId}")
  @Scopes({Scope.READ_CORE, Scope.READ})
  public Response get(@PathParam("sourcedId") String sourcedId, @Context UriInfo uri) {
    return one(GradebookClasses.CATEGORIES, sourcedId, uri, Map.of());
  }

  /** Operation putCategory: makes or replaces it. */
  @PUT
  @Path("{sourcedId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.PUT)
  public Response put(@PathParam("sourcedId") String sourcedId, InputStream body) {
    intake.store(GradebookReader.category(Body.read(body, "category"), sourcedId));
    return Response.status(Response.Status.CREATED).build();
  }

  /** Operation deleteCategory. */
  @DELETE
  @Path("{sourcedId}")
  @Scopes(Scope.DELETE)
  public Response delete(@PathParam("sourcedId") String sourcedId) {
    intake.end("category", sourcedId);
    return Response.noContent().build();
  }
}
