package org.vellum.finaid.run.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.run.RunSteps;

/** Reads the learners of a part from the snapshot; of the first part that there are programs. */
@Dependent
@Named("aidLearnerReader")
public class LearnerReader extends AbstractItemReader {
  /** Stands for the programs. */
  static final String PROGRAMS = "programs";

  private final RunSteps steps;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String number;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String count;

  private RunSteps.@Nullable Learners learners;
  private long read;
  private long end;

  @Inject
  public LearnerReader(RunSteps steps) {
    this.steps = steps;
  }

  @Override
  public void open(@Nullable Serializable checkpoint) throws Exception {
    read = checkpoint == null ? 0 : (Long) checkpoint;
    // The programs count as the one learner of the first part.
    end = isOfPrograms() ? 1 : Long.parseLong(count);
    if (!isOfPrograms() && read < end) {
      learners = steps.learners(UUID.fromString(run), Long.parseLong(from) + read);
    }
  }

  private boolean isOfPrograms() {
    return number.equals("0");
  }

  @Override
  public @Nullable Object readItem() throws Exception {
    if (read == end) {
      return null;
    }
    read++;
    return learners == null ? PROGRAMS : learners.next();
  }

  @Override
  public Serializable checkpointInfo() {
    return read;
  }

  @Override
  public void close() throws Exception {
    if (learners != null) {
      learners.close();
    }
  }
}
