package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.run.RequestRun;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunProfile;
import org.vellum.finaid.run.RunRequest;
import org.vellum.finaid.run.Runs;
import org.vellum.finaid.run.StopRun;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** Runs, for connected systems. */
@Component
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final int NEWEST = 50;

  @Inject private RequestRun requestRun;
  @Inject private StopRun stopRun;
  @Inject private AcknowledgeRun acknowledgeRun;
  @Inject private Runs runs;
  @Inject private PackageFiles files;
  @Inject private PackageFilesResource responses;
  @Inject private RequestLimit limit;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private PlatformConfiguration configuration;

  /**
   * What a system asks for.
   *
   * @param kind {@code FULL} or {@code DELTA}; full if it is missing
   * @param profile by name; {@code standard} if it is missing
   * @param since for a delta, the token of a package; the last package's if it is missing
   */
  public record Asked(@Nullable String kind, @Nullable String profile, @Nullable String since) {}

  /** What a system says of a package that arrived. */
  public record Arrived(@Nullable String note) {}

  /** The newest runs. */
  @GET
  @Scopes(AidScopes.READ)
  public List<RunView> list() {
    limit.count();
    return runs.list(0, NEWEST).stream()
        .map(run -> RunView.of(run, List.of(), clock.instant()))
        .toList();
  }

  /** Asks for a run. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(AidScopes.RUN)
  public Response request(@HeaderParam(KEY) @Nullable String key, @Nullable Asked asked) {
    limit.count();
    String known = key == null ? "" : key.strip();
    if (known.length() > LONGEST_KEY) {
      throw refused(422, "Bad key", "An Idempotency-Key has at most 200 characters.");
    }
    return switch (requestRun.request(caller.actor(), of(asked), known)) {
      case RequestRun.Result.Accepted(Run run, boolean again) ->
          Response.status(Response.Status.ACCEPTED)
              .header(HttpHeaders.LOCATION, address(run.id()))
              .entity(RunView.of(run, files.list(run), clock.instant()))
              .build();
      case RequestRun.Result.KeyReused reused ->
          throw refused(
              422, "Key reused", "This Idempotency-Key came with another request before.");
      case RequestRun.Result.UnknownProfile unknown ->
          throw refused(422, "Unknown profile", "Profiles: standard, marked, spreadsheet.");
      case RequestRun.Result.Unfinished(Run other) ->
          throw refused(
              409,
              "Run not over",
              "Run " + other.id() + " of this profile is " + other.state() + ": one at a time.");
      case RequestRun.Result.NothingToGoOnFrom nothing ->
          throw refused(410, "Token gone", "The token is unknown or too old: ask for a full run.");
    };
  }

  private static RunRequest of(@Nullable Asked asked) {
    String kind = asked == null || asked.kind() == null ? "FULL" : asked.kind();
    if (!kind.equals("FULL") && !kind.equals("DELTA")) {
      throw refused(422, "Unknown kind", "A run is FULL or DELTA.");
    }
    String profile =
        asked == null || asked.profile() == null ? RunProfile.STANDARD.code() : asked.profile();
    String since = asked == null || asked.since() == null ? "" : asked.since();
    return new RunRequest(RunInfo.Kind.valueOf(kind), profile, since);
  }

  private String address(UUID run) {
    return configuration.address("/financial-aid/api/runs/" + run).toString();
  }

  /** A run, with its files when it is published. */
  @GET
  @Path("{id}")
  @Scopes(AidScopes.READ)
  public RunView get(@PathParam("id") String id) {
    limit.count();
    Run run = run(id);
    return RunView.of(run, files.list(run), clock.instant());
  }

  /** Stops a run. */
  @DELETE
  @Path("{id}")
  @Scopes(AidScopes.RUN)
  public Response stop(@PathParam("id") String id) {
    limit.count();
    return switch (stopRun.stop(caller.actor(), run(id).id())) {
      case StopRun.Result.Stopping stopping -> Response.accepted().build();
      case StopRun.Result.UnknownRun unknown -> throw unknown();
      case StopRun.Result.NotRunning(var state) ->
          throw refused(409, "Not running", "The run is " + state + ".");
    };
  }

  /** A file of a package, or a range of it. */
  @GET
  @Path("{id}/files/{name: .+}")
  @Produces(MediaType.WILDCARD)
  @Scopes(AidScopes.READ)
  public Response file(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    limit.count();
    return responses.answer(
        run(id),
        name,
        new PackageFilesResource.Conditions(
            Optional.ofNullable(range),
            Optional.ofNullable(ifRange),
            Optional.ofNullable(ifNoneMatch)));
  }

  /** The file of social security numbers, where there is one. */
  @GET
  @Path("{id}/numbers/{name: .+}")
  @Produces(MediaType.WILDCARD)
  @Scopes(AidScopes.SSN)
  public Response numbers(@PathParam("id") String id, @PathParam("name") String name) {
    limit.count();
    return responses.answerNumbers(run(id), name);
  }

  /** Says that a package arrived. */
  @POST
  @Path("{id}/ack")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(AidScopes.ACK)
  public Response acknowledge(@PathParam("id") String id, @Nullable Arrived arrived) {
    limit.count();
    String note = arrived == null || arrived.note() == null ? "" : arrived.note();
    return switch (acknowledgeRun.acknowledge(caller.actor(), run(id).id(), note)) {
      case AcknowledgeRun.Result.Acknowledged acknowledged -> Response.noContent().build();
      case AcknowledgeRun.Result.UnknownRun unknown -> throw unknown();
      case AcknowledgeRun.Result.NotPublished not ->
          throw refused(409, "Not published", "There is no package of this run.");
      case AcknowledgeRun.Result.NoteTooLong tooLong ->
          throw refused(422, "Bad note", "A note has at most 500 characters.");
    };
  }

  private Run run(String id) {
    try {
      return runs.find(UUID.fromString(id)).orElseThrow(RunsResource::unknown);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static RuntimeException unknown() {
    return refused(404, "Unknown run", "There is no such run.");
  }

  private static RuntimeException refused(int status, String title, String detail) {
    return Problem.of(status, title, detail).exception();
  }
}
