package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.catalogue.pages.ProgramViews.ProgramView;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** A program: what it requires and how far it covers that; changed by the registrar. */
@Component
@Path("/catalogue/program")
public class ProgramResource {
  /** How many competencies a page shows. */
  static final int ON_A_PAGE = 50;

  @Inject private ChangeRequirements changeRequirements;
  @Inject private CatalogueInForce inForce;
  @Inject private ProgramViews programs;
  @Inject private CatalogueViews views;
  @Inject private Names names;
  @Inject private Caller caller;

  /**
   * The page of a program.
   *
   * @param version identifier of a version of it; empty for the one in force
   * @param day for which day it is shown; today, if empty
   * @param search what the competencies must hold among which the form lets choose
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(
      @QueryParam("code") @Nullable String code,
      @QueryParam("version") @Nullable String version,
      @QueryParam("day") @Nullable String day,
      @QueryParam("search") @Nullable String search,
      @QueryParam("offset") @DefaultValue("0") int offset) {
    ProgramView view = get(code, version, day);
    String text = search == null ? "" : search.strip();
    boolean current = given(version).isEmpty();
    ProgramPage page =
        new ProgramPage(view, names.lineItems(ProgramPage.lineItems(view.coverage())));
    return Page.of(
        CatalogueResource.TEMPLATES + "program",
        model(
            view,
            page,
            Math.max(0, offset),
            Map.of(
                "versions",
                inForce.listVersions(view.program().code()),
                "current",
                current,
                "mayChange",
                current && caller.has(Roles.REGISTRAR),
                "search",
                text,
                "competencies",
                views.listCompetencies(text, Audience.of(caller)),
                "courses",
                names.courses())));
  }

  /** What the page prints of a program, beside what else is given. */
  static Map<String, Object> model(
      ProgramView view, ProgramPage page, int offset, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("view", view);
    model.put("tree", page.tree());
    model.put("lines", page.lines(offset, ON_A_PAGE));
    model.put("courseHoles", page.coursesWithHoles());
    model.put("required", page.required());
    model.put("holes", page.holes());
    model.put("picture", page.picture(offset, ON_A_PAGE));
    model.put("total", view.coverage().competencies().size());
    model.put("offset", offset);
    model.put("size", ON_A_PAGE);
    return model;
  }

  /** How far a program covers what it requires on a day. */
  @GET
  @Path("coverage")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Coverage coverage(
      @QueryParam("code") @Nullable String code, @QueryParam("day") @Nullable String day) {
    return get(code, null, day).coverage();
  }

  /** What a program requires, in the form in which it may be sent again. */
  @GET
  @Path("requirements")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public List<Requirements> requirements(@QueryParam("code") @Nullable String code) {
    return get(code, null, null).program().requirements();
  }

  /** Replaces what a program requires. */
  @PUT
  @Path("requirements")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public List<Requirements> replace(
      @QueryParam("code") @Nullable String code, @Nullable JsonNode json) {
    if (json == null) {
      throw Problem.of(400, "Bad request", "Requirements must be sent.").exception();
    }
    return switch (change(code, null, (now, findings) -> json)) {
      case ChangeRequirements.Result.Changed(var program) -> program.requirements();
      case ChangeRequirements.Result.Same(var program) -> program.requirements();
      case ChangeRequirements.Result refused -> throw refused(refused);
    };
  }

  /**
   * Puts a competency, a course or a group into a group.
   *
   * @param version the version of the program that the page showed
   * @param at where the group stands in the JSON of the requirements (RFC 6901)
   * @param kind {@code competency}, {@code course}, {@code allOf}, {@code nOf} or {@code
   *     creditsFrom}
   * @param number how many, or how many credits
   */
  @POST
  @Path("requirements/add")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(
      @FormParam("code") @Nullable String code,
      @FormParam("version") @Nullable String version,
      @FormParam("at") @Nullable String at,
      @FormParam("kind") @Nullable String kind,
      @FormParam("competency") @Nullable String competency,
      @FormParam("course") @Nullable String course,
      @FormParam("number") @Nullable String number,
      @FormParam("title") @Nullable String title) {
    Fields fields = new Fields();
    switch (kind == null ? "" : kind) {
      case "competency" -> fields.text("competency", competency).number("credits", number);
      case "course" -> fields.text("course", course);
      case "nOf" -> fields.text("title", title).number("n", number).json().putArray("nOf");
      case "creditsFrom" ->
          fields.text("title", title).number("credits", number).json().putArray("creditsFrom");
      default -> fields.text("title", title).json().putArray("allOf");
    }
    return done(code, change(code, version, RequirementEdit.add(at, fields.json())));
  }

  /** Takes a competency, a course or a group away; with the root, all of its period. */
  @POST
  @Path("requirements/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response remove(
      @FormParam("code") @Nullable String code,
      @FormParam("version") @Nullable String version,
      @FormParam("at") @Nullable String at) {
    return done(code, change(code, version, RequirementEdit.remove(at)));
  }

  /** Begins requirements of a new period, as those before it were. */
  @POST
  @Path("requirements/begin")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response begin(
      @FormParam("code") @Nullable String code,
      @FormParam("version") @Nullable String version,
      @FormParam("from") @Nullable String from) {
    return done(code, change(code, version, RequirementEdit.begin(from)));
  }

  private ChangeRequirements.Result change(
      @Nullable String code, @Nullable String version, ChangeRequirements.Change change) {
    return changeRequirements.change(
        code == null ? "" : code, given(version).map(this::identifier), change, caller.actor());
  }

  private static Response done(@Nullable String code, ChangeRequirements.Result result) {
    URI page =
        UriBuilder.fromPath("/competency/catalogue/program")
            .queryParam("code", "{code}")
            .build(code == null ? "" : code);
    return switch (result) {
      case ChangeRequirements.Result.Changed changed ->
          Flash.to(page, "The requirements are changed. The version before is kept below.");
      case ChangeRequirements.Result.Same same -> Flash.to(page, "Nothing is changed by that.");
      case ChangeRequirements.Result refused -> throw refused(refused);
    };
  }

  private static RuntimeException refused(ChangeRequirements.Result result) {
    return switch (result) {
      case ChangeRequirements.Result.Refused(List<Finding> findings) ->
          Problem.of(
                  422,
                  "Requirements refused",
                  "The requirements have faults: those before stay in force.",
                  findings)
              .exception();
      case ChangeRequirements.Result.Overtaken overtaken ->
          Problem.of(
                  409,
                  "Program changed meanwhile",
                  "Somebody changed the program since this page was loaded: load it again.")
              .exception();
      default -> unknown();
    };
  }

  private ProgramView get(@Nullable String code, @Nullable String version, @Nullable String day) {
    return programs
        .find(
            code == null ? "" : code,
            given(version).map(this::identifier),
            given(day).map(ProgramResource::day).orElseGet(programs::today),
            Audience.of(caller))
        .orElseThrow(ProgramResource::unknown);
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private UUID identifier(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.of(400, "Bad request", "The day must be one as in 2026-09-30.").exception();
    }
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown program", "There is no such program.").exception();
  }
}
