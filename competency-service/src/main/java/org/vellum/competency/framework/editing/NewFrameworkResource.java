package org.vellum.competency.framework.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** A framework is begun with nothing in it. */
@Component
@Path("/frameworks/new")
public class NewFrameworkResource {
  @Inject private BeginFramework beginFramework;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page() {
    return page("", configuration.institutionName(), List.of());
  }

  /** Begins a draft. */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response begin(
      @FormParam("title") @DefaultValue("") String title,
      @FormParam("creator") @DefaultValue("") String creator) {
    return switch (beginFramework.begin(title, creator, caller.actor())) {
      case BeginFramework.Result.Begun begun ->
          Flash.to(
              configuration.address("/competency/frameworks/" + begun.draft()),
              "The framework is begun: this is its draft.");
      case BeginFramework.Result.Refused refused ->
          Response.status(422)
              .type(MediaType.TEXT_HTML_TYPE)
              .entity(page(title, creator, refused.findings()))
              .build();
    };
  }

  static Page page(String title, String creator, List<Finding> findings) {
    return Page.of(
        DraftPages.FOLDER + "new",
        Map.of("title", title, "creator", creator, "findings", findings));
  }
}
