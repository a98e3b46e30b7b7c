package org.vellum.finaid.week.model;

/** Which weeks a school counts in a program without terms. */
public enum WeekCounting {
  /** Every week of instructional time that went by, as the Handbook counts ("weeks elapsed"). */
  ELAPSED_INSTRUCTIONAL,
  /** Only those in which this learner was academically engaged. */
  ENGAGED_ONLY
}
