package org.vellum.finaid.run.batch;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.finaid.run.EndRun;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunContexts;
import org.vellum.finaid.run.RunFailure;
import org.vellum.finaid.run.RunFolder;
import org.vellum.finaid.run.RunProgress;
import org.vellum.finaid.run.RunStatus;
import org.vellum.finaid.run.RunSteps;
import org.vellum.finaid.run.Runs;
import org.vellum.platform.usecase.Component;

/**
 * Brings runs and their executions together: begins what is asked for, goes on with what was
 * interrupted, stops what is not wanted any more, and says how it came out.
 */
@Component
public class RunConductor {
  private static final Logger LOG = Logger.getLogger(RunConductor.class.getName());
  private static final int MOST_ATTEMPTS = 10;

  private final Runs runs;
  private final RunProgress progress;
  private final RunContexts contexts;
  private final RunJobs jobs;
  private final EndRun endRun;
  private final RunConfiguration configuration;
  private final Clock clock;

  @Inject
  public RunConductor(
      Runs runs,
      RunProgress progress,
      RunContexts contexts,
      RunJobs jobs,
      EndRun endRun,
      RunConfiguration configuration,
      Clock clock) {
    this.runs = runs;
    this.progress = progress;
    this.contexts = contexts;
    this.jobs = jobs;
    this.endRun = endRun;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Looks after every run that is asked for or under way. */
  public void look() {
    for (Run run : runs.listUnderWay()) {
      try {
        look(run);
      } catch (RuntimeException | IOException e) {
        LOG.log(Level.WARNING, "run " + run.id() + " could not be looked after", e);
      }
    }
  }

  private void look(Run run) throws IOException {
    Optional<Long> known = progress.execution(run.id());
    Optional<JobExecution> execution = known.flatMap(jobs::find);
    if (execution.isEmpty()) {
      if (progress.begin(run.id(), known, clock.instant())) {
        progress.doneBy(run.id(), jobs.start(run.id()));
      }
      return;
    }
    switch (execution.get().getBatchStatus()) {
      case STARTING, STARTED, STOPPING -> goesOn(run, execution.get());
      case STOPPED -> stopped(run, execution.get());
      case FAILED, ABANDONED -> failed(run, execution.get());
      // Its last step says that it is published.
      case COMPLETED -> {}
    }
  }

  private void goesOn(Run run, JobExecution execution) {
    if (contexts.done(run.id()) > 0) {
      progress.done(run.id(), contexts.done(run.id()));
    }
    if (progress.stopAskedBy(run.id()).isPresent()
        && execution.getBatchStatus() == BatchStatus.STARTED) {
      jobs.stop(execution.getExecutionId());
    }
  }

  private void stopped(Run run, JobExecution execution) throws IOException {
    if (progress.stopAskedBy(run.id()).isPresent()) {
      over(run, new EndRun.Outcome.Cancelled());
    } else if (RunSteps.HELD.equals(execution.getExitStatus()) && run.decision().isEmpty()) {
      endRun.end(run.id(), new EndRun.Outcome.Held());
    } else {
      again(run, execution);
    }
  }

  private void failed(Run run, JobExecution execution) throws IOException {
    Optional<RunFailure.Condition> why = contexts.failure(run.id());
    if (progress.stopAskedBy(run.id()).isPresent()) {
      over(run, new EndRun.Outcome.Cancelled());
    } else if (why.isPresent()) {
      over(run, new EndRun.Outcome.Failed(why.get().name()));
    } else if (progress.attempts(run.id()) >= MOST_ATTEMPTS) {
      over(run, new EndRun.Outcome.Failed(RunFailure.Condition.UNEXPECTED.name()));
    } else {
      // No step said why: the server was killed, or stopped, in the middle of it.
      again(run, execution);
    }
  }

  private void again(Run run, JobExecution execution) {
    if (progress.begin(run.id(), Optional.of(execution.getExecutionId()), clock.instant())) {
      contexts.forget(run.id());
      progress.doneBy(run.id(), jobs.restart(run.id(), execution.getExecutionId()));
    }
  }

  private void over(Run run, EndRun.Outcome outcome) throws IOException {
    endRun.end(run.id(), outcome);
    contexts.forget(run.id());
    RunFolder.of(configuration, run.id()).clear();
  }

  /** Removes what is left of runs that are over: of one that was killed in its last moment. */
  public void sweep() throws IOException {
    for (UUID run : RunFolder.unfinished(configuration)) {
      if (runs.find(run).map(Run::state).map(RunStatus::isOver).orElse(true)) {
        RunFolder.of(configuration, run).clear();
      }
    }
  }

  /** Removes what is left of a run that a person discarded. */
  public void clear(UUID run) throws IOException {
    if (runs.get(run).state() == RunStatus.CANCELLED) {
      contexts.forget(run);
      RunFolder.of(configuration, run).clear();
    }
  }
}
