package org.vellum.search.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.achievement.Learners;

/** What employers ask a learner, for the learner. */
@Component
@Path("/my/requests")
@Produces(MediaType.TEXT_HTML)
public class MyRequestsResource {
  private static final URI HERE = URI.create("/search/my/requests");
  private static final int USUAL_MONTHS = 1;

  @Inject private Learners learners;
  @Inject private Requests requests;
  @Inject private AnswerRequest answerRequest;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @GET
  @RolesAllowed(Roles.LEARNER)
  public Page list() {
    List<RecordRequest> asked =
        learners
            .find(caller.person().orElseThrow())
            .map(learner -> requests.listOfLearner(learner.id()))
            .orElse(List.of());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Page.of(
        "org/vellum/search/request/my-requests",
        Map.of("requests", asked, "lastDay", today.plusMonths(USUAL_MONTHS).toString()));
  }

  /** Agrees, or declines. */
  @POST
  @Path("{request}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.LEARNER)
  public Response answer(
      @PathParam("request") UUID request,
      @FormParam("answer") @DefaultValue("") String answer,
      @FormParam("lastDay") @DefaultValue("") String lastDay) {
    if (!answer.equals("agree") && !answer.equals("decline")) {
      return Flash.to(HERE, "Choose whether to agree or to decline.");
    }
    Optional<LocalDate> day = answer.equals("agree") ? Optional.of(day(lastDay)) : Optional.empty();
    return switch (answerRequest.answer(caller.person().orElseThrow(), request, day)) {
      case AGREED ->
          Flash.to(HERE, "The employer gets a link, which stands among your own in your record.");
      case DECLINED -> Flash.to(HERE, "The employer sees that you declined.");
      case BAD_DAY ->
          Flash.to(HERE, "Give a last day that is yet to come, at most a year from now.");
      case UNKNOWN_REQUEST ->
          throw Problem.of(404, "Not found", "You have no such request that is not answered.")
              .exception();
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return LocalDate.EPOCH;
    }
  }
}
