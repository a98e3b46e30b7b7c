package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.change.ReplaceCatalogue;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.json.Json;
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

  /**
   * The whole catalogue, in the form in which it may be sent again. Its entity tag tells what is in
   * force, for {@code If-Match}.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response document() {
    CatalogueDocument document = views.document(Audience.of(caller));
    return Response.ok(document).tag(document.fingerprint()).build();
  }

  /**
   * Replaces the catalogue.
   *
   * @param ifMatch the entity tags of the catalogues for which this is meant (RFC 9110, 13.1.1);
   *     without it, or with {@code *}, whichever is in force is replaced. When another came
   *     meanwhile the answer is 412 with that one, and nothing was done
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response replace(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode json) {
    JsonNode sent = Fields.sent(json, "A catalogue");
    return switch (replaceCatalogue.replace(sent, meant(ifMatch), caller.actor())) {
      case ReplaceCatalogue.Result.Replaced(CatalogueHistory.Change change) ->
          Response.ok(change).build();
      case ReplaceCatalogue.Result.Overtaken(CatalogueDocument theirs) -> overtaken(theirs);
      case ReplaceCatalogue.Result.Refused(List<Finding> findings) ->
          throw Problem.of(
                  422,
                  "Catalogue refused",
                  "The catalogue has faults: the one before stays in force.",
                  findings)
              .exception();
    };
  }

  /** RFC 9457 lets a problem say more: here what is in force. */
  private static Response overtaken(CatalogueDocument theirs) {
    ObjectNode problem =
        Json.mapper()
            .valueToTree(
                Problem.of(
                    Response.Status.PRECONDITION_FAILED.getStatusCode(),
                    "Catalogue changed meanwhile",
                    "Somebody changed the catalogue since this version; nothing was done."));
    problem.set("theirs", Json.mapper().valueToTree(theirs));
    return Response.status(Response.Status.PRECONDITION_FAILED)
        .type(Problem.MEDIA_TYPE)
        .tag(theirs.fingerprint())
        .entity(problem)
        .build();
  }

  private static Predicate<String> meant(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return fingerprint -> true;
    }
    Set<String> tags =
        Stream.of(ifMatch.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    return fingerprint -> tags.contains('"' + fingerprint + '"');
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
