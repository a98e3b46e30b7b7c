package org.vellum.competency.evaluation.rejected;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.vellum.competency.evaluation.RejectedResults;
import org.vellum.competency.evaluation.Rejection;
import org.vellum.competency.evaluation.ReplayRejection;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Results that were refused: listed, judged again, set aside, taken up again. */
@Component
@Path("/results/rejected")
public class RejectedResultsResource {
  static final String TEMPLATE = "org/vellum/competency/evaluation/rejected";
  static final URI PAGE = URI.create("/competency/results/rejected");

  /** So many are judged again by one request; the page says that there are more. */
  static final int AT_A_TIME = 500;

  private static final int PAGE_SIZE = 50;
  private static final String OPEN = "open";
  private static final String ASIDE = "set aside";

  @Inject private RejectedResults rejected;
  @Inject private ReplayRejection replay;

  /** Which are asked for, in the query of an address or in a form. */
  public static class Asked {
    @QueryParam("state")
    @DefaultValue(OPEN)
    private String state = OPEN;

    @QueryParam("reason")
    private @Nullable String reason;

    @QueryParam("source")
    private @Nullable String source;

    @QueryParam("offset")
    @DefaultValue("0")
    private int offset;

    RejectedResults.Filter filter() {
      if (!List.of(OPEN, ASIDE).contains(state)) {
        throw Problem.of(400, "Unknown state", "The state is open, or set aside.").exception();
      }
      return new RejectedResults.Filter(state, given(reason), given(source));
    }

    private static Optional<String> given(@Nullable String value) {
      return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
  }

  /** The page of them. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@BeanParam Asked asked) {
    RejectedResults.Filter filter = asked.filter();
    Map<String, Integer> reasons =
        rejected.count(
            new RejectedResults.Filter(filter.state(), Optional.empty(), filter.source()));
    return Page.of(
        TEMPLATE,
        Map.of(
            "filter",
            filter,
            "reasons",
            reasons,
            "total",
            filter
                .reason()
                .map(word -> reasons.getOrDefault(word, 0))
                .orElseGet(() -> sum(reasons)),
            "rejections",
            list(asked),
            "offset",
            Math.max(0, asked.offset),
            "size",
            PAGE_SIZE));
  }

  private static int sum(Map<String, Integer> reasons) {
    return reasons.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The same as JSON, {@value #PAGE_SIZE} at a time. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public List<Rejection> list(@BeanParam Asked asked) {
    return rejected.list(asked.filter(), PAGE_SIZE, Math.max(0, asked.offset));
  }

  /** Judges one again. */
  @POST
  @Path("{id}/replay")
  @RolesAllowed(Roles.REGISTRAR)
  public Response replay(@PathParam("id") UUID id) {
    return replay
        .replay(id)
        .map(recorded -> Flash.to(PAGE, Replayed.NOTHING.and(recorded).sentence()))
        .orElseThrow(RejectedResultsResource::unknown);
  }

  /** Judges again what is open, or what is open for one reason, the last to be refused first. */
  @POST
  @Path("replay")
  @RolesAllowed(Roles.REGISTRAR)
  public Response replayAll(@FormParam("reason") @Nullable String reason) {
    RejectedResults.Filter filter =
        new RejectedResults.Filter(OPEN, Asked.given(reason), Optional.empty());
    List<UUID> open = rejected.list(filter, AT_A_TIME, 0).stream().map(Rejection::id).toList();
    return Flash.to(PAGE, Replayed.by(replay, open).sentence());
  }

  /** Sets one aside. */
  @POST
  @Path("{id}/set-aside")
  @RolesAllowed(Roles.REGISTRAR)
  public Response setAside(@PathParam("id") UUID id) {
    return put(id, ASIDE, "It is set aside, and stands among those that are.");
  }

  /** Takes one up again. */
  @POST
  @Path("{id}/take-up")
  @RolesAllowed(Roles.REGISTRAR)
  public Response takeUp(@PathParam("id") UUID id) {
    return put(id, OPEN, "It is open again.");
  }

  private Response put(UUID id, String state, String message) {
    if (!rejected.put(id, state)) {
      throw unknown();
    }
    return Flash.to(PAGE, message);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown result", "There is no such result, or it was stored meanwhile.")
        .exception();
  }
}
