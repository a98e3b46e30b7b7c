package org.vellum.finaid.timeline;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.facts.Learners;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Learners as the aid office finds them, and the timeline of one. */
@Component
@Path("/learners")
public class LearnersResource {
  private static final String TEMPLATES = "org/vellum/finaid/timeline/";
  private static final int PAGE = 50;
  private static final int LONGEST_SEARCH = 200;

  @Inject private Learners learners;
  @Inject private ShowTimeline showTimeline;
  @Inject private DiscloseTimeline discloseTimeline;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page page(@QueryParam("after") @Nullable UUID after) {
    return page("", Optional.ofNullable(after));
  }

  /** Searches. A form that is posted, because a learner's name must not stand in an address. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page search(
      @FormParam("search") @DefaultValue("") String search,
      @FormParam("after") @Nullable UUID after) {
    if (search.length() > LONGEST_SEARCH) {
      throw Problem.of(400, "Search too long", "A name has at most 200 characters.").exception();
    }
    return page(search, Optional.ofNullable(after));
  }

  /** A learner's timeline, to be read. */
  @GET
  @Path("{studentId}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page timelinePage(@PathParam("studentId") String studentId) {
    return Page.of(TEMPLATES + "timeline", Map.of("shown", get(studentId)));
  }

  /** A learner's timeline. */
  @GET
  @Path("{studentId}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public ShowTimeline.Shown timeline(@PathParam("studentId") String studentId) {
    return get(studentId);
  }

  private ShowTimeline.Shown get(String studentId) {
    ShowTimeline.Shown shown =
        showTimeline
            .of(studentId)
            .orElseThrow(
                () -> Problem.of(404, "Unknown learner", "There is no such learner.").exception());
    discloseTimeline.disclose(caller.actor(), shown.student().institutionStudentId());
    return shown;
  }

  private Page page(String search, Optional<UUID> after) {
    List<Learners.Found> found = learners.list(search, after, PAGE + 1);
    List<Learners.Found> shown = found.subList(0, Math.min(PAGE, found.size()));
    return Page.of(
        TEMPLATES + "learners",
        Map.of(
            "search", search,
            "learners", shown,
            "next", found.size() > PAGE ? shown.getLast().id().toString() : ""));
  }
}
