package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.catalogue.change.ChangeRequirements.Result;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * What a program requires. Whoever changes it says which version was looked at: two people cannot
 * overwrite each other's requirements, and who comes second sees both.
 */
@Component
@Path("/catalogue/program/requirements")
public class RequirementsResource {
  /** A strong entity tag of a version; {@code If-Match} may name several, of which one is ours. */
  private static final Pattern TAG =
      Pattern.compile("(?<![\\w/])\"(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\"");

  @Inject private ChangeRequirements changeRequirements;
  @Inject private CatalogueInForce inForce;
  @Inject private ProgramViews programs;
  @Inject private ProgramPages pages;
  @Inject private Caller caller;

  /**
   * What a program requires, in the form in which it may be sent again. The entity tag names the
   * version, for {@code If-Match}.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response requirements(@QueryParam("code") @Nullable String code) {
    return programs
        .find(code == null ? "" : code, Optional.empty(), programs.today(), Audience.of(caller))
        .map(view -> tagged(view.version(), view.program()))
        .orElseThrow(ProgramResource::unknown);
  }

  /**
   * Replaces what a program requires.
   *
   * @param ifMatch the entity tag of the version for which this is meant (RFC 9110, 13.1.1), or
   *     {@code *} for whichever; without it the answer is 428 (RFC 6585), and 412 if another
   *     version came meanwhile, with both
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response replace(
      @QueryParam("code") @Nullable String code,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable JsonNode json) {
    JsonNode sent = Fields.sent(json, "Requirements");
    return switch (change(code, seen(ifMatch), (now, findings) -> sent)) {
      case Result.Changed(var program) -> tagged(code, program);
      case Result.Same(var program) -> tagged(code, program);
      case Result.Overtaken late -> overtaken(late, sent);
      case Result refused -> throw refused(refused);
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
  @Path("add")
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
  @Path("remove")
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
  @Path("begin")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response begin(
      @FormParam("code") @Nullable String code,
      @FormParam("version") @Nullable String version,
      @FormParam("from") @Nullable String from) {
    return done(code, change(code, version, RequirementEdit.begin(from)));
  }

  private Result change(
      @Nullable String code, @Nullable String version, ChangeRequirements.Change change) {
    return change(code, ProgramResource.given(version).map(ProgramResource::identifier), change);
  }

  private Result change(
      @Nullable String code, Optional<UUID> seen, ChangeRequirements.Change change) {
    return changeRequirements.change(code == null ? "" : code, seen, change, caller.actor());
  }

  private Response done(@Nullable String code, Result result) {
    URI page =
        UriBuilder.fromPath("/competency/catalogue/program")
            .queryParam("code", "{code}")
            .build(code == null ? "" : code);
    return switch (result) {
      case Result.Changed changed ->
          Flash.to(page, "The requirements are changed. The version before is kept below.");
      case Result.Same same -> Flash.to(page, "Nothing is changed by that.");
      case Result.Overtaken late -> both(late);
      case Result refused -> throw refused(refused);
    };
  }

  /** The page of the program as it is now, with what the late change would have made of it. */
  private Response both(Result.Overtaken late) {
    Audience audience = Audience.of(caller);
    return programs
        .find(late.theirs().code(), Optional.empty(), programs.today(), audience)
        .map(view ->
            pages.page(
                view,
                new ProgramPages.Shown(
                    true, true, "", 0, Optional.of(new ProgramPages.Yours(late.yours()))),
                audience))
        .map(page -> Response.status(Response.Status.CONFLICT).entity(page).build())
        .orElseThrow(ProgramResource::unknown);
  }

  private Response tagged(@Nullable String code, Program program) {
    return inForce
        .findProgram(code == null ? "" : code)
        .map(found -> tagged(found.getKey(), program))
        .orElseThrow(ProgramResource::unknown);
  }

  private static Response tagged(UUID version, Program program) {
    return Response.ok(program.requirements()).tag(version.toString()).build();
  }

  /** RFC 9457 lets a problem say more: here what is in force, and what was sent. */
  private static Response overtaken(Result.Overtaken late, JsonNode sent) {
    return Response.status(Response.Status.PRECONDITION_FAILED)
        .type(Problem.MEDIA_TYPE)
        .tag(late.version().toString())
        .entity(both(late, sent))
        .build();
  }

  static ObjectNode both(Result.Overtaken late, JsonNode sent) {
    ObjectNode problem =
        Json.mapper()
            .valueToTree(
                Problem.of(
                    Response.Status.PRECONDITION_FAILED.getStatusCode(),
                    "Program changed meanwhile",
                    "Somebody changed the program since this version; nothing was done."));
    problem.set("theirs", Json.mapper().valueToTree(late.theirs().requirements()));
    problem.set("yours", sent);
    return problem;
  }

  /** The version for which a change is meant; empty for whichever is in force. */
  static Optional<UUID> seen(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(
              428,
              "Precondition required",
              "Say by If-Match which version was looked at, by its entity tag.")
          .exception();
    }
    if (ifMatch.strip().equals("*")) {
      return Optional.empty();
    }
    Matcher tag = TAG.matcher(ifMatch);
    // The tag of no version of ours matches none.
    return Optional.of(tag.find() ? UUID.fromString(tag.group(1)) : new UUID(0, 0));
  }

  private static RuntimeException refused(Result result) {
    return switch (result) {
      case Result.Refused(List<Finding> findings) ->
          Problem.of(
                  422,
                  "Requirements refused",
                  "The requirements have faults: those before stay in force.",
                  findings)
              .exception();
      default -> ProgramResource.unknown();
    };
  }
}
