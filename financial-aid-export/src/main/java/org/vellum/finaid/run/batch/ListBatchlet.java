package org.vellum.finaid.run.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.vellum.finaid.run.RunSteps;

/** A step that is done for one of the package's lists of records. */
@Dependent
@Named("aidList")
public class ListBatchlet extends AbstractBatchlet {
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
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String list;

  @Inject
  public ListBatchlet(RunSteps steps) {
    this.steps = steps;
  }

  @Override
  public String process() throws Exception {
    steps.perform(UUID.fromString(run), RunSteps.ListStep.valueOf(step), list);
    return "DONE";
  }
}
