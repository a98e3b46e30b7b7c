package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.versions.NewVersion;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/** Takes the package of a plan as the content of a new version, a draft of its own. */
@UseCase
public class DraftFromPlan {
  private final Plans plans;
  private final Frameworks frameworks;
  private final NewVersion newVersion;
  private final Clock clock;

  @Inject
  public DraftFromPlan(Plans plans, Frameworks frameworks, NewVersion newVersion, Clock clock) {
    this.plans = plans;
    this.frameworks = frameworks;
    this.newVersion = newVersion;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The draft is here. */
    record Begun(UUID draft) implements Result {}

    /** Another version stands in the way, or the framework is itself a draft. */
    record InTheWay(UUID framework, String why) implements Result {}

    /** The framework here changed since the plan was made; nothing was changed. */
    record Stale() implements Result {}

    /** The copy could not be taken in; the findings tell why. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** There is no such plan, or not any more. */
    record Unknown() implements Result {}
  }

  /**
   * Begins the draft.
   *
   * @param id the plan
   * @param actor who decides so, as the audit log names them
   */
  public Result draft(UUID id, String actor) {
    Optional<Plan> found = plans.find(id, clock.instant());
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    Plan plan = found.get();
    Optional<Framework> here = frameworks.find(plan.framework(), Audience.REGISTRARS);
    if (plan.isStale(here.map(Framework::changedAt))) {
      return new Result.Stale();
    }
    return switch (newVersion.draftFrom(plan.framework(), () -> content(plan), actor)) {
      case NewVersion.Result.Begun begun -> {
        plans.end(id);
        yield new Result.Begun(begun.draft());
      }
      case NewVersion.Result.AlreadyBegun begun ->
          new Result.InTheWay(
              begun.draft(), "A new version was begun before and is still a draft.");
      case NewVersion.Result.Superseded later ->
          new Result.InTheWay(later.by(), "A later version is in force; import into that one.");
      case NewVersion.Result.StillDraft draft ->
          new Result.InTheWay(draft.identifier(), "A draft takes the changes itself: merge them.");
      case NewVersion.Result.Refused refused -> new Result.Refused(refused.findings());
      case NewVersion.Result.Unknown unknown -> new Result.Stale();
    };
  }

  private ObjectNode content(Plan plan) {
    try {
      return (ObjectNode) Json.mapper().readTree(plans.getPackage(plan.id()));
    } catch (IOException e) {
      throw new UncheckedIOException("the plan was accepted before", e);
    }
  }
}
