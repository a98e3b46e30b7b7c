package org.vellum.violations.acts;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.vellum.violations.words.Scopes;

/** Says who may call it, in three of its methods. */
@Path("/things")
public class ThingsResource {

  @GET
  public String open() {
    return "for nobody in particular";
  }

  @DELETE
  @RolesAllowed("registrar")
  String hidden() {
    return "never called";
  }

  @GET
  @PermitAll
  @Path("rows")
  public List<StoredThing> rows() {
    return List.of();
  }

  @POST
  @RolesAllowed("registrar")
  public String forRegistrars() {
    return "guarded";
  }

  @PUT
  @Scopes("things.put")
  public String forMachines() {
    return "guarded";
  }

  public String notARequest() {
    return "needs no guard";
  }
}
