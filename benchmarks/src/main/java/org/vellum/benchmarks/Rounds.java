package org.vellum.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Measures several ways in turn, so that a slow moment of the machine meets them all. */
final class Rounds {
  private Rounds() {}

  /** Something to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /**
   * Runs every work once in each round, after rounds that do not count.
   *
   * @return the median time of each work, in nanoseconds
   */
  static double[] medians(int warmUps, int rounds, Work... works) throws Exception {
    return medians(System::nanoTime, warmUps, rounds, works);
  }

  /**
   * The same by the processor time of the calling thread, which others on the machine do not
   * lengthen; for work that takes at least some hundred microseconds, all of it in this thread.
   */
  static double[] processorMedians(int warmUps, int rounds, Work... works) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    return medians(threads::getCurrentThreadCpuTime, warmUps, rounds, works);
  }

  private static double[] medians(LongSupplier clock, int warmUps, int rounds, Work... works)
      throws Exception {
    long[][] times = new long[works.length][rounds];
    for (int round = -warmUps; round < rounds; round++) {
      for (int each = 0; each < works.length; each++) {
        long begin = clock.getAsLong();
        works[each].run();
        if (round >= 0) {
          times[each][round] = clock.getAsLong() - begin;
        }
      }
    }
    return Arrays.stream(times)
        .mapToDouble(each -> {
          Arrays.sort(each);
          return each[each.length / 2];
        })
        .toArray();
  }
}
