package org.vellum.finaid.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.run.DecideRun;
import org.vellum.finaid.run.RequestRun;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunRequest;
import org.vellum.finaid.run.Runs;
import org.vellum.finaid.run.StopRun;
import org.vellum.finaid.run.batch.RunConductor;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Runs, for people in the aid office. */
@Component
@Path("/runs")
@Produces(MediaType.TEXT_HTML)
public class RunPagesResource {
  private static final String HERE = "/financial-aid/runs";

  @Inject private Runs runs;
  @Inject private RunPages pages;
  @Inject private RequestRun requestRun;
  @Inject private StopRun stopRun;
  @Inject private DecideRun decideRun;
  @Inject private RunConductor conductor;
  @Inject private PackageFilesResource responses;
  @Inject private Caller caller;

  /** The runs, the newest first, and the form that begins one. */
  @GET
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Page list(@QueryParam("page") @DefaultValue("1") int page) {
    return pages.list(page);
  }

  /** Begins a run. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Response request(
      @FormParam("kind") @DefaultValue("FULL") String kind,
      @FormParam("profile") @DefaultValue("standard") String profile) {
    RunInfo.Kind asked = kind.equals("DELTA") ? RunInfo.Kind.DELTA : RunInfo.Kind.FULL;
    return switch (requestRun.request(caller.actor(), new RunRequest(asked, profile, ""), "")) {
      case RequestRun.Result.Accepted(Run run, boolean again) ->
          Flash.to(URI.create(HERE + "/" + run.id()), "The run is under way.");
      case RequestRun.Result.Unfinished(Run other) ->
          Flash.to(
              URI.create(HERE + "/" + other.id()),
              "This run is not over yet: of a profile there is one at a time.");
      case RequestRun.Result.NothingToGoOnFrom nothing ->
          Flash.to(URI.create(HERE), "Nothing was published yet: begin with all records.");
      case RequestRun.Result.UnknownProfile unknown ->
          Flash.to(URI.create(HERE), "Choose one of the profiles.");
      case RequestRun.Result.KeyReused reused ->
          throw new IllegalStateException("a page sends no key");
    };
  }

  /** A run: how far it is, its files, who was given it. */
  @GET
  @Path("{id}")
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Page show(@PathParam("id") String id) {
    return pages.run(run(id));
  }

  /** How this run differs from the one before it. */
  @GET
  @Path("{id}/changes")
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Page changes(
      @PathParam("id") String id,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("after") @DefaultValue("") String after) {
    return pages.changes(run(id), kind, after);
  }

  /** Stops a run. */
  @POST
  @Path("{id}/stop")
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Response stop(@PathParam("id") String id) {
    return switch (stopRun.stop(caller.actor(), run(id).id())) {
      case StopRun.Result.Stopping stopping ->
          back(id, "The run stops at the end of what it is doing.");
      case StopRun.Result.NotRunning not -> back(id, "The run is not running any more.");
      case StopRun.Result.UnknownRun unknown -> throw unknown();
    };
  }

  /** Releases or discards a run that is held. */
  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Response decide(
      @PathParam("id") String id,
      @FormParam("decision") @DefaultValue("") String decision,
      @FormParam("reason") @DefaultValue("") String reason)
      throws IOException {
    if (!decision.equals("release") && !decision.equals("discard")) {
      return back(id, "Choose whether to release or to discard the run.");
    }
    UUID run = run(id).id();
    boolean release = decision.equals("release");
    return switch (decideRun.decide(caller.actor(), run, release, reason)) {
      case DecideRun.Result.Decided decided -> {
        conductor.clear(run);
        yield back(id, release ? "The run goes on to be published." : "The run is discarded.");
      }
      case DecideRun.Result.BadReason bad -> back(id, "Give a reason of 1 to 500 characters.");
      case DecideRun.Result.NotHeld not -> back(id, "The run does not wait for a decision.");
      case DecideRun.Result.UnknownRun unknown -> throw unknown();
    };
  }

  /** A file of a package. */
  @GET
  @Path("{id}/files/{name: .+}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Roles.AID_OFFICER, Roles.ADMIN})
  public Response file(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange) {
    return responses.answer(
        run(id),
        name,
        new PackageFilesResource.Conditions(
            Optional.ofNullable(range), Optional.ofNullable(ifRange), Optional.empty()));
  }

  private static Response back(String id, String message) {
    return Flash.to(URI.create(HERE + "/" + id), message);
  }

  private Run run(String id) {
    try {
      return runs.find(UUID.fromString(id)).orElseThrow(RunPagesResource::unknown);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown run", "There is no such run.").exception();
  }
}
