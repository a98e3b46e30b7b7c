package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.Related;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.RelationFilter;
import org.vellum.competency.catalogue.Relations;
import org.vellum.competency.catalogue.Role;
import org.vellum.competency.catalogue.change.AddRelation;
import org.vellum.competency.catalogue.change.EndRelation;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Relations to competencies: read by staff, begun and ended by the registrar. */
@Component
@Path("/catalogue/relations")
public class RelationsResource {
  private static final String PAGE = "/competency/catalogue/relations";

  @Inject private AddRelation addRelation;
  @Inject private EndRelation endRelation;
  @Inject private Relations relations;
  @Inject private CatalogueViews views;
  @Inject private Caller caller;

  /** Which relations are asked for, in the query of an address. */
  public static class Asked {
    @QueryParam("role")
    private @Nullable String role;

    @QueryParam("competency")
    private @Nullable String competency;

    @QueryParam("program")
    private @Nullable String program;

    @QueryParam("course")
    private @Nullable String course;

    @QueryParam("past")
    @DefaultValue("false")
    private boolean past;

    @QueryParam("offset")
    @DefaultValue("0")
    private int offset;

    RelationFilter filter(Audience audience) {
      return new RelationFilter(
          given(role).map(word -> Role.find(word).orElseThrow(() -> bad("role"))),
          given(competency).map(Asked::identifier),
          given(program),
          given(course),
          past,
          audience == Audience.REGISTRARS);
    }

    int offset() {
      return Math.max(0, offset);
    }

    private static Optional<String> given(@Nullable String value) {
      return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static UUID identifier(String text) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw bad("competency");
      }
    }

    private static RuntimeException bad(String name) {
      return Problem.of(400, "Bad request", "The query's " + name + " cannot be read.").exception();
    }
  }

  /**
   * Relations as a program reads them.
   *
   * @param total how many there are
   * @param relations those from the offset on, fifty at most
   */
  public record Listed(int total, List<Related> relations) {}

  /** The relations, fifty on a page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(@BeanParam Asked asked) {
    RelationFilter filter = asked.filter(Audience.of(caller));
    return Page.of(
        CatalogueResource.TEMPLATES + "relations",
        Map.of(
            "relations",
            views.list(filter, asked.offset()),
            "filter",
            filter,
            "total",
            relations.count(filter),
            "offset",
            asked.offset(),
            "size",
            CatalogueViews.ON_A_PAGE,
            "mayChange",
            caller.has(Roles.REGISTRAR)));
  }

  /** The relations with their identifiers, fifty at a time. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Listed list(@BeanParam Asked asked) {
    RelationFilter filter = asked.filter(Audience.of(caller));
    return new Listed(
        relations.count(filter), relations.list(filter, CatalogueViews.ON_A_PAGE, asked.offset()));
  }

  /** Adds a relation. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(@Nullable JsonNode json) {
    return switch (addRelation.add(Fields.sent(json, "A relation"), caller.actor())) {
      case AddRelation.Result.Added(Relation relation) ->
          Response.status(201).entity(relation).build();
      case AddRelation.Result.Known(Relation relation) -> Response.ok(relation).build();
      case AddRelation.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /**
   * Adds a relation from a page.
   *
   * @param place {@code program:}, {@code course:} or {@code item:} and what names it
   * @param percent threshold in percent of the scale
   * @param back the page to which to return
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response addFromPage(
      @FormParam("role") @Nullable String role,
      @FormParam("place") @Nullable String place,
      @FormParam("competency") @Nullable String competency,
      @FormParam("percent") @Nullable String percent,
      @FormParam("weight") @Nullable String weight,
      @FormParam("from") @Nullable String from,
      @FormParam("to") @Nullable String to,
      @FormParam("back") @Nullable String back) {
    Fields fields =
        new Fields()
            .text("role", role)
            .place(place)
            .text("competency", competency)
            .percent("threshold", percent)
            .number("weight", weight)
            .text("from", from)
            .text("to", to);
    URI page = Fields.back(back, PAGE);
    return switch (addRelation.add(fields.json(), caller.actor())) {
      case AddRelation.Result.Added added ->
          Flash.to(page, "The relation is in the catalogue. End it to undo this.");
      case AddRelation.Result.Known known ->
          Flash.to(page, "The relation was in the catalogue before.");
      case AddRelation.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /** Ends a relation. */
  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response end(@PathParam("id") UUID id) {
    Fields.ended(endRelation.end(id, caller.actor()), "relation");
    return Response.noContent().build();
  }

  /** Ends a relation from a page. */
  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response endFromPage(@PathParam("id") UUID id, @FormParam("back") @Nullable String back) {
    boolean ended = endRelation.end(id, caller.actor());
    return Flash.to(
        Fields.back(back, PAGE),
        ended ? "The relation has ended." : "The relation had ended before.");
  }

  private static RuntimeException refused(List<Finding> findings) {
    return Problem.of(
            422, "Relation refused", "The relation cannot be in the catalogue so.", findings)
        .exception();
  }
}
