package org.vellum.benchmarks;

import java.util.Arrays;

/**
 * Measures several ways in turn, so that a slow moment of the machine meets them all: for what
 * waits for a database, while JMH measures what only computes.
 */
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
    long[][] times = new long[works.length][rounds];
    for (int round = -warmUps; round < rounds; round++) {
      for (int each = 0; each < works.length; each++) {
        long begin = System.nanoTime();
        works[each].run();
        if (round >= 0) {
          times[each][round] = System.nanoTime() - begin;
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
