package org.vellum.competency.catalogue.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.catalogue.pages.ProgramViews.ProgramView;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** A program: what it requires and how far it covers that; changed by the registrar. */
@Component
@Path("/catalogue/program")
public class ProgramResource {
  @Inject private ProgramViews programs;
  @Inject private ProgramPages pages;
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
    boolean current = given(version).isEmpty();
    return pages.page(
        view,
        new ProgramPages.Shown(
            current,
            current && caller.has(Roles.REGISTRAR),
            search == null ? "" : search.strip(),
            Math.max(0, offset),
            Optional.empty()),
        Audience.of(caller));
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

  private ProgramView get(@Nullable String code, @Nullable String version, @Nullable String day) {
    return programs
        .find(
            code == null ? "" : code,
            given(version).map(ProgramResource::identifier),
            given(day).map(ProgramResource::day).orElseGet(programs::today),
            Audience.of(caller))
        .orElseThrow(ProgramResource::unknown);
  }

  static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  static UUID identifier(String text) {
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

  static RuntimeException unknown() {
    return Problem.of(404, "Unknown program", "There is no such program.").exception();
  }
}
