package org.vellum.competency.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkOutline;
import org.vellum.competency.framework.Frameworks;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** How far a class, or all whom the caller may see, has come in a framework. */
@Component
@Path("/frameworks/{framework}/progress")
public class GroupResource {
  static final String TEMPLATE = "org/vellum/competency/progress/group";

  @Inject private Frameworks frameworks;
  @Inject private FrameworkOutline outline;
  @Inject private GroupProgress progress;
  @Inject private Caller caller;

  /**
   * The page.
   *
   * @param group {@code sourcedId} of a class; all learners whom the caller may see, if absent
   * @param from which item comes first, from 0
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(
      @PathParam("framework") UUID framework,
      @QueryParam("class") @Nullable String group,
      @QueryParam("from") int from) {
    return Page.of(
        TEMPLATE,
        Map.of(
            "framework", known(framework),
            "map", json(framework, group, from),
            "groups", progress.listGroups(Viewer.of(caller)),
            "group", text(group)));
  }

  /** The same as JSON. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public GroupMap json(
      @PathParam("framework") UUID framework,
      @QueryParam("class") @Nullable String group,
      @QueryParam("from") int from) {
    UUID shown = known(framework).identifier();
    Viewer viewer = Viewer.of(caller);
    return GroupMap.of(
        outline.lines(shown),
        progress.mastered(viewer, text(group), shown),
        progress.count(viewer, text(group)),
        from);
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group.strip();
  }

  private Framework known(UUID framework) {
    return frameworks
        .find(framework, Audience.EVERYONE)
        .orElseThrow(
            () -> Problem.of(404, "Unknown framework", "There is no such framework.").exception());
  }
}
