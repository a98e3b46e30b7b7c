package org.vellum.finaid.run.batch;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.vellum.platform.usecase.Component;

/** The container's executions of runs. Never called within a transaction: it keeps its own. */
@Component
public class RunJobs {
  private static final String JOB = "aid-run";

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }

  /** Begins a run. */
  long start(UUID run) {
    return operator().start(JOB, parameters(run));
  }

  /** Goes on with a run where its last execution stopped, was stopped, or was killed. */
  long restart(UUID run, long execution) {
    return operator().restart(execution, parameters(run));
  }

  private static Properties parameters(UUID run) {
    Properties parameters = new Properties();
    parameters.setProperty("run", run.toString());
    return parameters;
  }

  /** An execution, if the container knows it. */
  Optional<JobExecution> find(long execution) {
    try {
      return Optional.ofNullable(operator().getJobExecution(execution));
    } catch (NoSuchJobExecutionException e) {
      return Optional.empty();
    }
  }

  /** Stops an execution at the end of what it is doing. */
  void stop(long execution) {
    try {
      operator().stop(execution);
    } catch (JobExecutionNotRunningException | NoSuchJobExecutionException e) {
      // It came to its end by itself.
      return;
    }
  }
}
