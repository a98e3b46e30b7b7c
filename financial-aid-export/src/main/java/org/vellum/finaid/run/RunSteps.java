package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.vellum.platform.usecase.Component;

/** The steps of a run, for whatever container calls them. */
@Component
public class RunSteps {
  /** What the balance says of a run that waits for a person. */
  public static final String HELD = "HELD";

  private static final String DONE = "DONE";

  private final RunContexts contexts;
  private final RunProgress progress;
  private final TakeSnapshot takeSnapshot;
  private final FinishPackage finishPackage;

  @Inject
  public RunSteps(
      RunContexts contexts,
      RunProgress progress,
      TakeSnapshot takeSnapshot,
      FinishPackage finishPackage) {
    this.contexts = contexts;
    this.progress = progress;
    this.takeSnapshot = takeSnapshot;
    this.finishPackage = finishPackage;
  }

  /** A step that is done as a whole. */
  public enum Step {
    SNAPSHOT,
    BALANCE,
    REMEMBER,
    SIGN,
    PUBLISH
  }

  /** A step that is done for each of the package's lists of records. */
  public enum ListStep {
    ASSEMBLE,
    CHECK
  }

  /**
   * Does a step.
   *
   * @return {@link #HELD}, or that it is done
   */
  public String perform(UUID run, Step step) throws IOException, RunFailure {
    progress.at(run, step.name().toLowerCase(Locale.ROOT));
    try {
      switch (step) {
        case SNAPSHOT -> takeSnapshot.take(run);
        case BALANCE -> {
          return finishPackage.balance(run) ? HELD : DONE;
        }
        case REMEMBER -> finishPackage.remember(run);
        case SIGN -> finishPackage.sign(run);
        case PUBLISH -> finishPackage.publish(run);
      }
      return DONE;
    } catch (IOException | RunFailure e) {
      tell(run, e);
      throw e;
    }
  }

  /** Does a step for one of the package's lists. */
  public void perform(UUID run, ListStep step, String name) throws IOException, RunFailure {
    try {
      switch (step) {
        case ASSEMBLE -> finishPackage.assemble(run, name);
        case CHECK -> finishPackage.check(run, name);
      }
    } catch (IOException | RunFailure e) {
      tell(run, e);
      throw e;
    }
  }

  /**
   * Learners of a part, one after another.
   *
   * @param first the number of the first of them that is not written yet
   */
  public Learners learners(UUID run, long first) throws IOException, RunFailure {
    try {
      RunContexts.RunContext context = contexts.get(run);
      return new Learners(run, SnapshotFile.Reader.from(context.folder().snapshot(), first));
    } catch (IOException | RunFailure e) {
      tell(run, e);
      throw e;
    }
  }

  /** A part, as its last checkpoint left it, or new. */
  public Part part(UUID run, int number, String checkpoint) throws IOException, RunFailure {
    try {
      if (checkpoint.isEmpty()) {
        progress.at(run, "records");
      }
      LearnerPart part = LearnerPart.open(contexts.get(run), number, checkpoint);
      part.checkpoint();
      return new Part(run, part);
    } catch (IOException | RunFailure e) {
      tell(run, e);
      throw e;
    }
  }

  /** How many learners a run has. */
  public long learners(UUID run) throws IOException, RunFailure {
    return contexts.get(run).run().learners();
  }

  /** Whether any part of a run was begun. */
  public boolean hasParts(UUID run) throws IOException, RunFailure {
    return contexts.get(run).folder().hasParts();
  }

  private void tell(UUID run, Exception why) {
    if (why instanceof RunFailure failure) {
      contexts.failed(run, failure.condition());
    } else if (String.valueOf(why.getMessage()).contains("No space left")) {
      contexts.failed(run, RunFailure.Condition.DISK_FULL);
    } else if (why instanceof org.vellum.finaid.export.DamagedPartException) {
      contexts.failed(run, RunFailure.Condition.SNAPSHOT_LOST);
    }
  }

  /** Learners to be written. */
  public final class Learners implements AutoCloseable {
    private final UUID run;
    private final SnapshotFile.Reader reader;

    private Learners(UUID run, SnapshotFile.Reader reader) {
      this.run = run;
      this.reader = reader;
    }

    /** The next; there must be one. */
    public Learner next() throws IOException, RunFailure {
      try {
        return new Learner(reader.nextLearner());
      } catch (IOException | RunFailure e) {
        tell(run, e);
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** A learner to be written. */
  public static final class Learner {
    private final SnapshotFile.Learner learner;

    private Learner(SnapshotFile.Learner learner) {
      this.learner = learner;
    }
  }

  /** A part that is being written. */
  public final class Part implements AutoCloseable {
    private final UUID run;
    private final LearnerPart part;

    private Part(UUID run, LearnerPart part) {
      this.run = run;
      this.part = part;
    }

    /** Writes the programs. */
    public void programs() throws IOException, RunFailure {
      try {
        part.programs();
      } catch (IOException | RunFailure e) {
        tell(run, e);
        throw e;
      }
    }

    /** Writes a learner. */
    public void learner(Learner learner) throws IOException, RunFailure {
      try {
        part.learner(learner.learner);
      } catch (IOException | RunFailure e) {
        tell(run, e);
        throw e;
      }
    }

    /** Counts learners that are written. */
    public void done(long learners) {
      contexts.done(run, learners);
    }

    /** From where it goes on after an interruption. */
    public String checkpoint() throws IOException {
      try {
        return part.checkpoint();
      } catch (IOException e) {
        tell(run, e);
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      part.close();
    }
  }
}
