package org.vellum.competency.framework.caseservice.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkPages;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;

/**
 * What a browser sees at the address of an object: a page that a person can read. The addresses of
 * both versions lead to it, because either may be an object's canonical one.
 */
public abstract class CasePagesResource {
  private static final String HTML = MediaType.TEXT_HTML + ";qs=0.5";

  @Inject private FrameworkPages frameworkPages;
  @Inject private CasePages pages;
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
  @Path("CFPackages/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response wholePackage(@PathParam("identifier") String identifier) {
    return document(identifier);
  }

  @GET
  @Path("CFItems/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response item(@PathParam("identifier") String identifier) {
    return page(identifier, frameworkPages::findItem);
  }

  @GET
  @Path("CFAssociations/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response association(@PathParam("identifier") String identifier) {
    return page(identifier, pages::findAssociation);
  }

  @GET
  @Path("CFConcepts/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response concept(@PathParam("identifier") String identifier) {
    return definition(CaseClass.CONCEPT, identifier);
  }

  @GET
  @Path("CFSubjects/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response subject(@PathParam("identifier") String identifier) {
    return definition(CaseClass.SUBJECT, identifier);
  }

  @GET
  @Path("CFItemTypes/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response itemType(@PathParam("identifier") String identifier) {
    return definition(CaseClass.ITEM_TYPE, identifier);
  }

  @GET
  @Path("CFLicenses/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response license(@PathParam("identifier") String identifier) {
    return definition(CaseClass.LICENSE, identifier);
  }

  @GET
  @Path("CFAssociationGroupings/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response associationGrouping(@PathParam("identifier") String identifier) {
    return definition(CaseClass.ASSOCIATION_GROUPING, identifier);
  }

  @GET
  @Path("CFRubrics/{identifier}")
  @Produces(HTML)
  @PermitAll
  public Response rubric(@PathParam("identifier") String identifier) {
    return definition(CaseClass.RUBRIC, identifier);
  }

  private Response definition(CaseClass type, String identifier) {
    return page(identifier, (known, audience) -> pages.findDefinition(type, known, audience));
  }

  private Response page(String identifier, BiFunction<UUID, Audience, Optional<Page>> pages) {
    Page page =
        CaseIdentifier.parse(identifier)
            .flatMap(known -> pages.apply(known, Audience.of(caller)))
            .orElseThrow(CasePagesResource::unknown);
    return Response.ok(page).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown object", "There is nothing at this address.").exception();
  }
}
