package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vellum.credentials.proof.BatchIssuing;

/** Ten thousand records in a batch, by one thread and by as many as there are cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class BatchBenchmark {
  static final int RECORDS = 10_000;

  private final SampleCredentials samples = new SampleCredentials();
  private final ObjectNode record = samples.record();

  /** What is measured. */
  @Benchmark
  public long byAllCores() throws InterruptedException {
    return issue(Runtime.getRuntime().availableProcessors());
  }

  /** Its baseline. */
  @Benchmark
  public long byOneThread() throws InterruptedException {
    return issue(1);
  }

  private long issue(int workers) throws InterruptedException {
    BatchIssuing.Count count =
        new BatchIssuing(workers)
            .issue(Collections.nCopies(RECORDS, record).iterator(), samples::sign, item -> {});
    if (count.issued() != RECORDS) {
      throw new IllegalStateException("of the batch failed " + count.failed());
    }
    return count.issued();
  }
}
