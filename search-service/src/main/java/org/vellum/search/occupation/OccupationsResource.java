package org.vellum.search.occupation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Where the occupations are loaded by which employers search. */
@Component
@Path("/occupations")
public class OccupationsResource {
  static final String TEMPLATE = "org/vellum/search/occupation/occupations";

  @Inject private LoadOccupations loadOccupations;
  @Inject private ForgetOccupations forgetOccupations;
  @Inject private OccupationCatalogue catalogue;
  @Inject private Caller caller;

  /** How much is there, and the form for more. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page page() {
    return page(Optional.empty(), "");
  }

  /** How much is there, for a program. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public OccupationCatalogue.Size size() {
    return catalogue.size();
  }

  private Page page(Optional<LoadOccupations.Result.Loaded> report, String fault) {
    return Page.of(TEMPLATE, Map.of("size", catalogue.size(), "report", report, "fault", fault));
  }

  /** Loads a file that is sent as it is. */
  @POST
  @Consumes({"text/csv", "text/tab-separated-values", "application/json", "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public LoadOccupations.Result.Loaded load(InputStream file) {
    return switch (loadOccupations.load(file, caller.actor())) {
      case LoadOccupations.Result.Loaded loaded -> loaded;
      case LoadOccupations.Result.Refused(String why) ->
          throw Problem.of(422, "File refused", why).exception();
    };
  }

  /** Loads a file that is sent from the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response loadFromPage(List<EntityPart> parts) throws IOException {
    Optional<EntityPart> file =
        parts.stream().filter(part -> part.getName().equals("file")).findFirst();
    if (file.isEmpty()) {
      return Response.status(422).entity(page(Optional.empty(), "Choose a file.")).build();
    }
    return switch (loadOccupations.load(file.get().getContent(), caller.actor())) {
      case LoadOccupations.Result.Loaded loaded ->
          Response.ok(page(Optional.of(loaded), "")).build();
      case LoadOccupations.Result.Refused(String why) ->
          Response.status(422).entity(page(Optional.empty(), why)).build();
    };
  }

  /** Forgets all that was loaded. */
  @POST
  @Path("removal")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response forget() {
    forgetOccupations.forget(caller.actor());
    return Flash.to(URI.create("/search/occupations"), "There are no occupations here any more.");
  }
}
