package org.vellum.finaid.run.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.vellum.finaid.run.RunSteps;

/** A step that is done as a whole. */
@Dependent
@Named("aidStep")
public class StepBatchlet extends AbstractBatchlet {
  private final RunSteps steps;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String step;

  @Inject
  public StepBatchlet(RunSteps steps) {
    this.steps = steps;
  }

  @Override
  public String process() throws Exception {
    return steps.perform(UUID.fromString(run), RunSteps.Step.valueOf(step));
  }
}
