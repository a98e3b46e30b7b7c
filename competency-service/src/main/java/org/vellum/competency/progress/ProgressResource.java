package org.vellum.competency.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vellum.competency.evaluation.EvaluationResults;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.Achievements;
import org.vellum.competency.roster.Learner;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** How far a learner has come, for the learner, those who teach, and those who keep the records. */
@Component
@Path("/learners/{id}/progress")
public class ProgressResource {
  /** The page of one learner. */
  public static final String TEMPLATE = "org/vellum/competency/evaluation/progress";

  static final String HEAT_MAP = "org/vellum/competency/progress/framework";

  @Inject private VisibleLearners learners;
  @Inject private FrameworksOfLearners frameworksOfLearners;
  @Inject private Frameworks frameworks;
  @Inject private FrameworkProgress progress;
  @Inject private Achievements achievements;
  @Inject private EvaluationResults results;
  @Inject private Caller caller;

  /**
   * The page of one learner.
   *
   * @param id our own identifier of the learner
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY, Roles.LEARNER})
  public Page get(@PathParam("id") UUID id) {
    Learner learner = learner(id);
    return Page.of(
        TEMPLATE,
        Map.of(
            "learner",
            learner,
            "frameworks",
            frameworksOfLearners.list(learner),
            "achievements",
            achievements.list(id),
            "history",
            results.history(id)));
  }

  /**
   * The page of one learner in one framework: a heat map of its tree, and the same as text.
   *
   * @param id our own identifier of the learner
   * @param framework identifier of the CFDocument
   * @param from which item comes first, from 0
   */
  @GET
  @Path("{framework}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY, Roles.LEARNER})
  public Page framework(
      @PathParam("id") UUID id,
      @PathParam("framework") UUID framework,
      @QueryParam("from") int from) {
    Learner learner = learner(id);
    Framework shown = shown(framework);
    HeatMap map = HeatMap.of(progress.cells(learner, framework), from);
    return Page.of(HEAT_MAP, Map.of("learner", learner, "framework", shown, "map", map));
  }

  /** All items of the framework with how far the learner has come, as JSON. */
  @GET
  @Path("{framework}")
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY, Roles.LEARNER})
  public List<HeatMap.Item> json(@PathParam("id") UUID id, @PathParam("framework") UUID framework) {
    Learner learner = learner(id);
    return progress.cells(learner, shown(framework).identifier()).stream()
        .map(HeatMap.Item::of)
        .toList();
  }

  private Learner learner(UUID id) {
    return learners
        .find(id, Viewer.of(caller))
        .orElseThrow(() ->
            Problem.of(404, "Unknown learner", "There is no such learner whom you may see.")
                .exception());
  }

  private Framework shown(UUID framework) {
    return frameworks
        .find(framework, Audience.EVERYONE)
        .orElseThrow(
            () -> Problem.of(404, "Unknown framework", "There is no such framework.").exception());
  }
}
