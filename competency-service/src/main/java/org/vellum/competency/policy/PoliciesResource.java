package org.vellum.competency.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.policy.DecideOnPolicy;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.ProposePolicy;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The policies of a framework: listed, proposed, previewed, adopted or set aside. */
@Component
@Path("/frameworks/{framework}/policies")
public class PoliciesResource {
  static final int PAGE_SIZE = 50;

  @Inject private ProposePolicy proposePolicy;
  @Inject private DecideOnPolicy decideOnPolicy;
  @Inject private PolicyPages pages;
  @Inject private Frameworks frameworks;
  @Inject private Caller caller;

  @Context private HttpServletRequest request;

  /** The page of all versions, with the form for another. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(
      @PathParam("framework") UUID framework,
      @QueryParam("competency") @Nullable String competency,
      @QueryParam("offset") int offset) {
    return pages.list(
        known(framework),
        Math.max(0, offset),
        competency == null ? "" : competency,
        caller.has(Roles.REGISTRAR));
  }

  /** All versions as JSON, {@value #PAGE_SIZE} at a time, the newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public List<SentPolicy> json(
      @PathParam("framework") UUID framework, @QueryParam("offset") int offset) {
    return pages.versions(known(framework).identifier(), Math.max(0, offset)).stream()
        .map(SentPolicy::of)
        .toList();
  }

  /** Proposes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response propose(@PathParam("framework") UUID framework, @Nullable JsonNode json) {
    if (json == null) {
      throw Problem.of(400, "Bad request", "A policy must be sent.").exception();
    }
    return Response.status(201).entity(SentPolicy.of(proposed(framework, json))).build();
  }

  /** The same by the form; it leads to the preview. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.REGISTRAR)
  public Response proposeByForm(@PathParam("framework") UUID framework) {
    PolicyVersion version = proposed(framework, PolicyFields.json(request::getParameter));
    return Flash.to(
        address(framework, "/" + version.id()),
        "Proposed. It decides nothing until it is adopted.");
  }

  /**
   * A version with whom it would affect.
   *
   * @param after the learner after whom the preview goes on
   */
  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page preview(
      @PathParam("framework") UUID framework,
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable UUID after) {
    return pages.preview(known(framework), version(framework, id), after);
  }

  /** The same as JSON: {@value #PAGE_SIZE} learners at a time are judged. */
  @GET
  @Path("{id}/preview")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public PreviewPolicy.Part previewJson(
      @PathParam("framework") UUID framework,
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable UUID after) {
    return pages.part(version(framework, id), after);
  }

  /** Adopts one. */
  @POST
  @Path("{id}/adopt")
  @RolesAllowed(Roles.REGISTRAR)
  public Response adopt(@PathParam("framework") UUID framework, @PathParam("id") UUID id) {
    return decided(
        framework,
        id,
        PolicyVersion.State.ADOPTED,
        "Adopted. Results of before are judged again; what was attained stays.");
  }

  /** Sets one aside. */
  @POST
  @Path("{id}/set-aside")
  @RolesAllowed(Roles.REGISTRAR)
  public Response setAside(@PathParam("framework") UUID framework, @PathParam("id") UUID id) {
    return decided(framework, id, PolicyVersion.State.SET_ASIDE, "Set aside.");
  }

  private Response decided(UUID framework, UUID id, PolicyVersion.State state, String message) {
    return switch (decideOnPolicy.decide(framework, id, state, caller.actor())) {
      case DecideOnPolicy.Result.Decided decided -> Flash.to(address(framework, ""), message);
      case DecideOnPolicy.Result.DecidedBefore before ->
          throw Problem.of(
                  409,
                  "Policy decided on",
                  "This version was " + before.version().state().word() + " before.")
              .exception();
      case DecideOnPolicy.Result.Unknown unknown -> throw unknownPolicy();
    };
  }

  private PolicyVersion proposed(UUID framework, JsonNode json) {
    return switch (proposePolicy.propose(framework, json, caller.actor())) {
      case ProposePolicy.Result.Proposed(PolicyVersion version) -> version;
      case ProposePolicy.Result.UnknownFramework unknown -> throw unknownFramework();
      case ProposePolicy.Result.Refused(List<Finding> findings) ->
          throw Problem.of(422, "Policy refused", "The policy cannot hold so.", findings)
              .exception();
    };
  }

  private Framework known(UUID framework) {
    return frameworks
        .find(framework, Audience.EVERYONE)
        .orElseThrow(PoliciesResource::unknownFramework);
  }

  private PolicyVersion version(UUID framework, UUID id) {
    return pages.find(framework, id).orElseThrow(PoliciesResource::unknownPolicy);
  }

  private static URI address(UUID framework, String rest) {
    return URI.create("/competency/frameworks/" + framework + "/policies" + rest);
  }

  private static RuntimeException unknownFramework() {
    return Problem.of(404, "Unknown framework", "There is no such framework that has been adopted.")
        .exception();
  }

  private static RuntimeException unknownPolicy() {
    return Problem.of(404, "Unknown policy", "The framework has no such policy.").exception();
  }
}
