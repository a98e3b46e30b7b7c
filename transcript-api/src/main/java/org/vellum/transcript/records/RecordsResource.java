package org.vellum.transcript.records;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The registrar's list of learners. */
@Component
@Path("/records")
public class RecordsResource {
  private static final int PAGE = 50;
  private static final int LONGEST_SEARCH = 200;

  @Inject private Learners learners;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@QueryParam("after") @Nullable UUID after) {
    return page("", Optional.ofNullable(after));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public LearnerList list(@QueryParam("after") @Nullable UUID after) {
    return learners.list("", Optional.ofNullable(after), PAGE);
  }

  /** Searches. A form that is posted, because a learner's name must not stand in an address. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page search(
      @FormParam("search") @DefaultValue("") String search,
      @FormParam("after") @Nullable UUID after) {
    if (search.length() > LONGEST_SEARCH) {
      throw Problem.of(400, "Search too long", "A name has at most 200 characters.").exception();
    }
    return page(search, Optional.ofNullable(after));
  }

  private Page page(String search, Optional<UUID> after) {
    LearnerList list = learners.list(search, after, PAGE);
    return Page.of(
        "org/vellum/transcript/records/records",
        Map.of(
            "search", search,
            "learners", list.learners(),
            "next", list.next().map(UUID::toString).orElse(""),
            "first", after.isEmpty()));
  }
}
