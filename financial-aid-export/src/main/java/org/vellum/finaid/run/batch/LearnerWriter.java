package org.vellum.finaid.run.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.run.RunSteps;

/**
 * Writes the records of a part's learners. Its checkpoint is how long each file was and what its
 * hash was; what an interrupted chunk wrote after that is cut off.
 */
@Dependent
@Named("aidLearnerWriter")
public class LearnerWriter extends AbstractItemWriter {
  private final RunSteps steps;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String number;

  private RunSteps.@Nullable Part part;

  @Inject
  public LearnerWriter(RunSteps steps) {
    this.steps = steps;
  }

  @Override
  public void open(@Nullable Serializable checkpoint) throws Exception {
    String from = checkpoint == null ? "" : (String) checkpoint;
    part = steps.part(UUID.fromString(run), Integer.parseInt(number), from);
  }

  @Override
  public void writeItems(List<Object> items) throws Exception {
    RunSteps.Part open = Objects.requireNonNull(part);
    for (Object item : items) {
      if (item instanceof RunSteps.Learner learner) {
        open.learner(learner);
      } else {
        open.programs();
      }
    }
    if (!number.equals("0")) {
      open.done(items.size());
    }
  }

  @Override
  public Serializable checkpointInfo() throws Exception {
    return Objects.requireNonNull(part).checkpoint();
  }

  @Override
  public void close() throws Exception {
    if (part != null) {
      part.close();
    }
  }
}
