package org.vellum.finaid.program.model;

/**
 * The academic calendar of a program for Title IV purposes. Direct assessment is not one of them.
 */
public enum CalendarType {
  /** Credits without terms: courses overlap terms, are self-paced or follow one another. */
  NON_TERM,
  /** Clock hours, which are without terms for Title IV even where a school has terms. */
  CLOCK_HOUR,
  /** A charge per subscription period, and hours to be completed over all of them. */
  SUBSCRIPTION,
  STANDARD_TERM,
  /** Nonstandard terms substantially equal in length. */
  NONSTANDARD_SE,
  /** Nonstandard terms not substantially equal in length. */
  NONSTANDARD_NSE;

  /** Whether payment periods are the terms of a school's calendar, 34 CFR 668.4(a). */
  public boolean hasTerms() {
    return this == STANDARD_TERM || this == NONSTANDARD_SE || this == NONSTANDARD_NSE;
  }

  /** Whether payment periods end by completed units and weeks, 34 CFR 668.4(c). */
  public boolean paysByCompletion() {
    return this == NON_TERM || this == CLOCK_HOUR;
  }
}
