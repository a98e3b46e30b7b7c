package org.vellum.finaid.home;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The start page of the aid office. */
@Component
@Path("/")
public class HomeResource {

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Page page() {
    return Page.of("org/vellum/finaid/home/home");
  }
}
