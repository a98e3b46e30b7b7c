package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;

/** Lets a plan go; nothing else changes. */
@UseCase
public class CancelPlan {
  private final Plans plans;

  @Inject
  public CancelPlan(Plans plans) {
    this.plans = plans;
  }

  /**
   * Cancels a plan.
   *
   * @return whether there was one
   */
  public boolean cancel(UUID plan) {
    return plans.end(plan);
  }
}
