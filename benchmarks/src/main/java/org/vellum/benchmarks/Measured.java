package org.vellum.benchmarks;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What JMH found for the benchmarks of one class, each in processes of its own. All are run once
 * before any is run again, so that a slow hour of the machine meets all of them; a figure is the
 * median over all processes and iterations.
 */
final class Measured {
  private static final int PROCESSES = 3;
  private static final int WARM_UPS = 5;
  private static final int ITERATIONS = 3;
  private static final String NATIVE_PROVIDER = "AmazonCorrettoCryptoProvider";
  private static final String CLASS_PATH = "java.class.path";
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Map<String, List<IterationResult>> iterations = new HashMap<>();

  private Measured() {}

  /** Runs the benchmarks of a class. */
  static Measured of(Class<?> benchmarks) throws RunnerException {
    return run(
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(NANOSECONDS)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.seconds(1)),
        benchmarks);
  }

  /** Runs the benchmarks of a class as its annotations say. */
  static Measured asAnnotated(Class<?> benchmarks) throws RunnerException {
    return run(new OptionsBuilder().timeUnit(NANOSECONDS), benchmarks);
  }

  /** Runs them on a class path without the native provider of signatures. */
  static Measured withoutNativeProvider(Class<?> benchmarks) throws RunnerException {
    String all = System.getProperty(CLASS_PATH);
    try {
      String separator = System.getProperty("path.separator");
      System.setProperty(
          CLASS_PATH,
          String.join(
              separator,
              Arrays.stream(all.split(separator, -1))
                  .filter(each -> !each.contains(NATIVE_PROVIDER))
                  .toList()));
      return of(benchmarks);
    } finally {
      System.setProperty(CLASS_PATH, all);
    }
  }

  private static Measured run(ChainedOptionsBuilder options, Class<?> benchmarks)
      throws RunnerException {
    Measured measured = new Measured();
    options
        .include(benchmarks.getName().replace(".", "\\.") + "\\.")
        .forks(1)
        .shouldFailOnError(true)
        .addProfiler(ProcessorTime.class)
        .addProfiler(GCProfiler.class);
    for (int process = 0; process < PROCESSES; process++) {
      for (RunResult result : new Runner(options.build()).run()) {
        measured.add(result);
      }
    }
    return measured;
  }

  private void add(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    List<IterationResult> found = iterations.computeIfAbsent(name, unseen -> new ArrayList<>());
    for (BenchmarkResult process : result.getBenchmarkResults()) {
      found.addAll(process.getIterationResults());
    }
  }

  /** Processor time of one operation in nanoseconds. */
  double processorNanos(String benchmark) {
    return median(benchmark, each -> secondary(each, ProcessorTime.RESULT));
  }

  /** Time of one operation by the clock in nanoseconds. */
  double clockNanos(String benchmark) {
    return median(benchmark, each -> each.getPrimaryResult().getScore());
  }

  /** Bytes that one operation allocates. */
  double allocatedBytes(String benchmark) {
    return median(benchmark, each -> secondary(each, ALLOCATION));
  }

  private static double secondary(IterationResult iteration, String name) {
    Result<?> found = iteration.getSecondaryResults().get(name);
    if (found == null) {
      throw new IllegalStateException("JMH did not find " + name);
    }
    return found.getScore();
  }

  private double median(String benchmark, ToDoubleFunction<IterationResult> value) {
    List<IterationResult> found = iterations.get(benchmark);
    if (found == null) {
      throw new IllegalArgumentException("nothing was measured as " + benchmark);
    }
    double[] values = found.stream().mapToDouble(value).sorted().toArray();
    return values[values.length / 2];
  }
}
