package org.vellum.competency.catalogue.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** A competency as the catalogue sees it, with the forms by which the registrar relates it. */
@Component
@Path("/catalogue/competency")
public class CompetencyResource {
  @Inject private TaughtViews taughtViews;
  @Inject private CatalogueViews views;
  @Inject private Names names;
  @Inject private Caller caller;

  /**
   * The page.
   *
   * @param search what the competencies must hold among which the form lets choose
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(
      @QueryParam("identifier") @Nullable String identifier,
      @QueryParam("search") @Nullable String search) {
    Audience audience = Audience.of(caller);
    TaughtViews.Taught taught = get(identifier, audience);
    String text = search == null ? "" : search.strip();
    return Page.of(
        CatalogueResource.TEMPLATES + "competency",
        Map.of(
            "taught",
            Optional.of(taught),
            "competency",
            taught.competency(),
            "mayChange",
            caller.has(Roles.REGISTRAR),
            "programs",
            names.programs(),
            "courses",
            names.courses(),
            "search",
            text,
            "competencies",
            views.listCompetencies(text, audience)));
  }

  /** The same for a program. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public TaughtViews.Taught json(@QueryParam("identifier") @Nullable String identifier) {
    return get(identifier, Audience.of(caller));
  }

  private TaughtViews.Taught get(@Nullable String identifier, Audience audience) {
    return parsed(identifier)
        .flatMap(known -> taughtViews.find(known, audience))
        .orElseThrow(() ->
            Problem.of(404, "Unknown competency", "There is no such competency.").exception());
  }

  private static Optional<UUID> parsed(@Nullable String identifier) {
    try {
      return Optional.ofNullable(identifier).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
