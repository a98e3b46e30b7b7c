package org.vellum.competency.framework.caseservice;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkPages;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** What a browser sees at the address of an object: a page that a person can read. */
@Component
@Path("/ims/case/v1p1")
public class CasePagesResource {
  private static final String HTML = MediaType.TEXT_HTML + ";qs=0.5";

  @Inject private FrameworkPages pages;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  @GET
  @Path("CFDocuments/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response document(@PathParam("identifier") String identifier) {
    UUID known = CaseIdentifier.parse(identifier).orElseThrow(CasePagesResource::unknown);
    return Response.seeOther(configuration.address("/competency/frameworks/" + known))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  @GET
  @Path("CFItems/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response item(@PathParam("identifier") String identifier) {
    Page page =
        CaseIdentifier.parse(identifier)
            .flatMap(known -> pages.findItem(known, Audience.of(caller)))
            .orElseThrow(CasePagesResource::unknown);
    return Response.ok(page).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown object", "There is nothing at this address.").exception();
  }
}
