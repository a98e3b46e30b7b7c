package org.vellum.competency.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.vellum.competency.mastery.Achievements;
import org.vellum.competency.roster.Learner;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** How far a learner has come, for those who teach and keep the records. */
@Component
@Path("/learners/{id}/progress")
public class ProgressResource {
  static final String TEMPLATE = "org/vellum/competency/evaluation/progress";

  @Inject private Roster roster;
  @Inject private Achievements achievements;
  @Inject private EvaluationResults results;

  /**
   * The page of one learner.
   *
   * @param id our own identifier of the learner
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page get(@PathParam("id") UUID id) {
    Learner learner =
        roster
            .findLearner(id)
            .orElseThrow(() ->
                Problem.of(404, "Unknown learner", "The roster has no such learner.").exception());
    return Page.of(
        TEMPLATE,
        Map.of(
            "learner", learner,
            "achievements", achievements.list(id),
            "history", results.history(id)));
  }
}
