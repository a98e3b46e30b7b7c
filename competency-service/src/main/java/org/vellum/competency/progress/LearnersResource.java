package org.vellum.competency.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.roster.Learner;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The learners whose progress the caller may see; for a learner, the way to his or her own. */
@Component
@Path("/progress")
public class LearnersResource {
  static final String TEMPLATE = "org/vellum/competency/progress/learners";
  private static final int PAGE_SIZE = 50;
  private static final int LONGEST = 100;

  @Inject private VisibleLearners learners;
  @Inject private FrameworksOfLearners frameworks;
  @Inject private Caller caller;

  /**
   * The page.
   *
   * @param search what a name must hold
   * @param offset so many are passed over
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY, Roles.LEARNER})
  public Page page(
      @QueryParam("search") @Nullable String search, @QueryParam("offset") int offset) {
    Viewer viewer = Viewer.of(caller);
    List<Learner> self = learners.findSelf(viewer).stream().toList();
    return Page.of(
        TEMPLATE,
        Map.of(
            "self",
            self,
            "frameworks",
            self.stream().flatMap(one -> frameworks.list(one).stream()).toList(),
            "seesOthers",
            viewer.seesOthers(),
            "learners",
            list(search, offset),
            "search",
            text(search),
            "offset",
            Math.max(0, offset),
            "size",
            PAGE_SIZE));
  }

  /** The same as JSON, {@value #PAGE_SIZE} at a time. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY, Roles.LEARNER})
  public List<Learner> list(
      @QueryParam("search") @Nullable String search, @QueryParam("offset") int offset) {
    return learners.list(Viewer.of(caller), text(search), PAGE_SIZE, Math.max(0, offset));
  }

  private static String text(@Nullable String search) {
    String text = search == null ? "" : search.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
