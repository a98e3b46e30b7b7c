package org.vellum.search.alert;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.search.people.PeopleApiResource;
import org.vellum.search.people.Refusals;
import org.vellum.search.people.SearchLimit;

/** The searches that a connected system keeps, and whom they found since. */
@Component
@Path("/api/saved")
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchesApiResource {
  @Inject private SavedSearches searches;
  @Inject private SaveSearch saveSearch;
  @Inject private ShowNew showNew;
  @Inject private SearchLimit limit;
  @Inject private Refusals refusals;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * What is to be kept.
   *
   * @param name what it is called
   * @param search the parameters of a search, as its address has them
   */
  public record Wanted(@Nullable String name, @Nullable String search) {}

  /**
   * What is kept.
   *
   * @param fresh how many were found since it was saved and let themselves be found
   * @param narrow whether nobody is told of, since fewer than five lie within its filters
   */
  public record Saved(
      UUID id, String name, String search, Instant createdAt, int fresh, boolean narrow) {
    static Saved of(SavedSearch kept) {
      return new Saved(
          kept.id(), kept.name(), kept.address(), kept.createdAt(), kept.fresh(), kept.narrow());
    }
  }

  /** All of them, the newest first. */
  @GET
  @Scopes(PeopleApiResource.SCOPE)
  public List<Saved> list() {
    limit.countTyping(caller.actor());
    return searches.visit(caller.actor(), clock.instant()).stream().map(Saved::of).toList();
  }

  /** Keeps one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(PeopleApiResource.SCOPE)
  public Response save(@Nullable Wanted wanted) {
    limit.countPage(caller.actor());
    if (wanted == null || wanted.name() == null || wanted.search() == null) {
      throw Problem.of(400, "Bad request", "Say a name and a search.").exception();
    }
    return switch (saveSearch.save(caller.actor(), wanted.name(), wanted.search())) {
      case SaveSearch.Result.Saved(var id) ->
          Response.status(201).entity(Saved.of(one(id))).build();
      case SaveSearch.Result.Refused(var faults) -> {
        refusals.add(caller.actor(), SearchMetrics.Refusal.BAD_SEARCH);
        throw Problem.of(
                422,
                "Bad search",
                faults.getFirst(),
                faults.stream().map(each -> Finding.error("bad-search", "", each)).toList())
            .exception();
      }
    };
  }

  /** Who is new, the newest first. */
  @GET
  @Path("{search}/people")
  @Scopes(PeopleApiResource.SCOPE)
  public List<NewMatch> show(@PathParam("search") UUID search) {
    limit.countPage(caller.actor());
    return showNew.show(one(search));
  }

  /** Deletes one. */
  @DELETE
  @Path("{search}")
  @Scopes(PeopleApiResource.SCOPE)
  public Response delete(@PathParam("search") UUID search) {
    if (!searches.delete(caller.actor(), search)) {
      throw unknown();
    }
    return Response.noContent().build();
  }

  private SavedSearch one(UUID search) {
    return searches.visit(caller.actor(), clock.instant()).stream()
        .filter(each -> each.id().equals(search))
        .findFirst()
        .orElseThrow(SavedSearchesApiResource::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Not found", "You keep no such search.").exception();
  }
}
