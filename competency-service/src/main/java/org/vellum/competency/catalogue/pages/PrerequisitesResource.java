package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Prerequisites;
import org.vellum.competency.catalogue.change.AddPrerequisite;
import org.vellum.competency.catalogue.change.EndPrerequisite;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Prerequisites: read by staff, begun and ended by the registrar. */
@Component
@Path("/catalogue/prerequisites")
public class PrerequisitesResource {
  private static final String PAGE = "/competency/catalogue";

  @Inject private AddPrerequisite addPrerequisite;
  @Inject private EndPrerequisite endPrerequisite;
  @Inject private Prerequisites prerequisites;
  @Inject private CatalogueViews views;
  @Inject private Caller caller;

  /** All prerequisites with their identifiers and what they are called. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public List<CatalogueViews.PrerequisiteView> list() {
    return views.prerequisites(prerequisites.inForce(), Audience.of(caller));
  }

  /** Adds a prerequisite. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(@Nullable JsonNode json) {
    return switch (addPrerequisite.add(Fields.sent(json, "A prerequisite"), caller.actor())) {
      case AddPrerequisite.Result.Added(Prerequisite added) ->
          Response.status(201).entity(added).build();
      case AddPrerequisite.Result.Known(Prerequisite known) -> Response.ok(known).build();
      case AddPrerequisite.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /**
   * Adds a prerequisite from a page.
   *
   * @param course the course that comes after, or
   * @param competency the competency that comes after
   * @param requires what comes first
   * @param back the page to which to return
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response addFromPage(
      @FormParam("course") @Nullable String course,
      @FormParam("competency") @Nullable String competency,
      @FormParam("requires") @Nullable String requires,
      @FormParam("from") @Nullable String from,
      @FormParam("to") @Nullable String to,
      @FormParam("back") @Nullable String back) {
    Fields fields =
        new Fields()
            .text("course", course)
            .text("competency", competency)
            .text("requires", requires)
            .text("from", from)
            .text("to", to);
    URI page = Fields.back(back, PAGE);
    return switch (addPrerequisite.add(fields.json(), caller.actor())) {
      case AddPrerequisite.Result.Added added ->
          Flash.to(page, "The prerequisite is in the catalogue. End it to undo this.");
      case AddPrerequisite.Result.Known known ->
          Flash.to(page, "The prerequisite was in the catalogue before.");
      case AddPrerequisite.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /** Ends a prerequisite. */
  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response end(@PathParam("id") UUID id) {
    Fields.ended(endPrerequisite.end(id, caller.actor()), "prerequisite");
    return Response.noContent().build();
  }

  /** Ends a prerequisite from a page. */
  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response endFromPage(@PathParam("id") UUID id, @FormParam("back") @Nullable String back) {
    boolean ended = endPrerequisite.end(id, caller.actor());
    return Flash.to(
        Fields.back(back, PAGE),
        ended ? "The prerequisite has ended." : "The prerequisite had ended before.");
  }

  private static RuntimeException refused(List<Finding> findings) {
    return Problem.of(
            422,
            "Prerequisite refused",
            findings.stream()
                .filter(finding -> finding.code().equals("circle"))
                .findFirst()
                .map(Finding::message)
                .orElse("The prerequisite cannot be in the catalogue so."),
            findings)
        .exception();
  }
}
