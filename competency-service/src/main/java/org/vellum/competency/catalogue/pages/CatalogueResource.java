package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.change.ReplaceCatalogue;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The catalogue: read by staff, replaced as a whole by the registrar. */
@Component
@Path("/catalogue")
public class CatalogueResource {
  static final String TEMPLATES = "org/vellum/competency/catalogue/";

  @Inject private ReplaceCatalogue replaceCatalogue;
  @Inject private CatalogueViews views;
  @Inject private Caller caller;

  /**
   * The programs and courses.
   *
   * @param offset so many programs are passed over
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(@QueryParam("offset") @DefaultValue("0") int offset) {
    return page(views, Math.max(0, offset));
  }

  static Page page(CatalogueViews views, int offset) {
    return Page.of(
        TEMPLATES + "catalogue",
        Map.of(
            "programs",
            views.programs(offset),
            "total",
            views.countPrograms(),
            "offset",
            offset,
            "size",
            CatalogueViews.ON_A_PAGE,
            "courses",
            views.listCourses()));
  }

  /** The whole catalogue, in the form in which it may be sent again. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public CatalogueDocument document() {
    return views.document(Audience.of(caller));
  }

  /** Replaces the catalogue. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public CatalogueHistory.Change replace(@Nullable JsonNode json) {
    return switch (replaceCatalogue.replace(Fields.sent(json, "A catalogue"), caller.actor())) {
      case ReplaceCatalogue.Result.Replaced(CatalogueHistory.Change change) -> change;
      case ReplaceCatalogue.Result.Refused(List<Finding> findings) ->
          throw Problem.of(
                  422,
                  "Catalogue refused",
                  "The catalogue has faults: the one before stays in force.",
                  findings)
              .exception();
    };
  }

  /**
   * A course with its line items and what each evidences.
   *
   * @param search what the competencies must hold among which the form lets choose
   */
  @GET
  @Path("course")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page coursePage(
      @QueryParam("sourcedId") @Nullable String sourcedId,
      @QueryParam("search") @Nullable String search) {
    String text = search == null ? "" : search.strip();
    Audience audience = Audience.of(caller);
    return views
        .findCourse(sourcedId == null ? "" : sourcedId, audience)
        .map(course ->
            Page.of(
                TEMPLATES + "course",
                Map.of(
                    "course",
                    course,
                    "mayChange",
                    caller.has(Roles.REGISTRAR),
                    "search",
                    text,
                    "competencies",
                    views.listCompetencies(text, audience),
                    "courses",
                    views.listCourses())))
        .orElseThrow(
            () -> Problem.of(404, "Unknown course", "There is no such course.").exception());
  }
}
