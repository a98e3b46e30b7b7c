package org.vellum.competency.lti.ags;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.NewestStates;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.competency.lti.OpenLineItems;
import org.vellum.competency.lti.Pages;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/**
 * The scores and results of a line item (AGS 2.0, sections 3.3 and 3.4). Its path is that of the
 * line items, since of two resources Jakarta REST asks only the one with the longer path.
 */
@Component
@Path("/lti/contexts/{context}/lineitems")
public class ScoresResource {
  private static final UUID FIRST = new UUID(0, 0);

  @Inject private OpenLineItems lineItems;
  @Inject private ScoreIntake intake;
  @Inject private NewestStates states;
  @Inject private ResultWriter writer;
  @Inject private Addresses addresses;
  @Inject private Caller caller;

  /** Operation Scores.POST. */
  @POST
  @Path("{item}/scores")
  @Consumes({Lti.SCORE_TYPE, MediaType.APPLICATION_JSON})
  @Scopes(Lti.SCORE)
  public Response post(
      @PathParam("context") String context, @PathParam("item") String item, InputStream body) {
    Score score = Score.read(Body.read(body));
    OpenLineItems.Scored scored = scored(context, item, score.userId());
    String student = scored.student().orElse(score.userId());
    return switch (intake.record(client(), scored.item(), student, score)) {
      case ScoreIntake.Result.Done done -> Response.noContent().build();
      case ScoreIntake.Result.Stale stale ->
          throw Problem.of(
                  409,
                  "Stale score",
                  "A score of " + stale.known() + " is known, which is as new or newer.")
              .exception();
      case ScoreIntake.Result.InFuture future ->
          throw Body.fault("timestamp", "lies more than five minutes ahead");
      case ScoreIntake.Result.Closed closed ->
          throw Problem.of(
                  403,
                  "Line item closed",
                  "What is scored was handed in before the line item's startDateTime or after its"
                      + " endDateTime.")
              .exception();
      case ScoreIntake.Result.UnknownUser unknown ->
          throw Problem.of(
                  404, "Unknown user", "Nobody of this class has this userId. A registrar is told.")
              .exception();
      case ScoreIntake.Result.Refused refused ->
          throw Problem.of(403, "Score refused", refused.why()).exception();
    };
  }

  /** Operation Results.GET, page by page. */
  @GET
  @Path("{item}/results")
  @Produces({Lti.RESULTS_TYPE, MediaType.APPLICATION_JSON})
  @Scopes(Lti.RESULT_READ)
  public Response results(
      @PathParam("context") String context,
      @PathParam("item") String item,
      @QueryParam("user_id") @Nullable String user,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after) {
    LtiLineItem lineItem = item(context, item);
    Pages pages = Pages.of(limit, after);
    Optional<UUID> learner = LineItemsResource.uuid(user);
    List<NewestStates.NewestState> found =
        LineItemsResource.given(user).isPresent() && learner.isEmpty()
            ? List.of()
            : states.list(
                client(),
                lineItem.sourcedId(),
                learner,
                pages.after().orElse(FIRST),
                pages.oneMore());
    ArrayNode page = Json.mapper().createArrayNode();
    found.stream().limit(pages.limit()).forEach(state -> page.add(write(state, lineItem)));
    Response.ResponseBuilder answer = Response.ok(page, Lti.RESULTS_TYPE);
    pages
        .link(
            found.stream().map(NewestStates.NewestState::learner).toList(),
            addresses.lineItem(lineItem.context(), lineItem.id()) + "/results",
            Pages.Filters.none().and("user_id", user))
        .ifPresent(next -> answer.header("Link", next));
    return answer.build();
  }

  /** One result, at the address that it has in the list. */
  @GET
  @Path("{item}/results/{user}")
  @Produces({MediaType.APPLICATION_JSON, Lti.RESULTS_TYPE})
  @Scopes(Lti.RESULT_READ)
  public ObjectNode result(
      @PathParam("context") String context,
      @PathParam("item") String item,
      @PathParam("user") String user) {
    LtiLineItem lineItem = item(context, item);
    return LineItemsResource.uuid(user)
        .flatMap(learner ->
            states.list(client(), lineItem.sourcedId(), Optional.of(learner), FIRST, 1).stream()
                .findFirst())
        .map(state -> write(state, lineItem))
        .orElseThrow(() -> LineItemsResource.unknown("result"));
  }

  private ObjectNode write(NewestStates.NewestState state, LtiLineItem item) {
    return writer.write(state, item);
  }

  private LtiLineItem item(String context, String item) {
    return scored(context, item, "").item();
  }

  private OpenLineItems.Scored scored(String context, String item, String userId) {
    Optional<UUID> user = LineItemsResource.uuid(userId);
    return LineItemsResource.uuid(context)
        .flatMap(place ->
            LineItemsResource.uuid(item).flatMap(id -> lineItems.find(place, client(), id, user)))
        .orElseThrow(() -> LineItemsResource.unknown("line item"));
  }

  private String client() {
    return caller.client().orElseThrow();
  }
}
