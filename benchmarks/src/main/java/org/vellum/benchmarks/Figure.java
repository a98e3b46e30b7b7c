package org.vellum.benchmarks;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what what was measured and against what
 * @param measured the measured value with its unit
 * @param baseline the baseline's value with its unit; a dash where there is none
 * @param ratio measured to baseline; a dash where there is none
 */
record Figure(String what, String measured, String baseline, String ratio) {
  private static final String BETWEEN = "\t";

  /** As a line that another process reads. */
  String line() {
    return String.join(BETWEEN, what, measured, baseline, ratio);
  }

  /** What {@link #line} gave. */
  static Figure parse(String line) {
    String[] parts = line.split(BETWEEN, -1);
    return new Figure(parts[0], parts[1], parts[2], parts[3]);
  }

  /** Times of one operation: how many times as long as the baseline. */
  static Figure ofTimes(String what, double nanos, double baselineNanos) {
    return new Figure(
        what,
        time(nanos),
        time(baselineNanos),
        String.format(Locale.ROOT, "%.2f times as long", nanos / baselineNanos));
  }

  /** Operations a second: which share of the baseline's. */
  static Figure ofRates(String what, double perSecond, double baselinePerSecond) {
    return new Figure(
        what,
        String.format(Locale.ROOT, "%.0f/s", perSecond),
        String.format(Locale.ROOT, "%.0f/s", baselinePerSecond),
        String.format(Locale.ROOT, "1/%.1f", baselinePerSecond / perSecond));
  }

  private static String time(double nanos) {
    if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
    }
    return nanos < 1e9
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
