package org.vellum.finaid.progress.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One attempt at a course, a competency or a module, in the program's own measure.
 *
 * @param unitId what was attempted
 * @param attempt from 1
 * @param units its credit or clock-hour equivalent on the day it began
 * @param outcome how it stands
 * @param outcomeDate since when, where it has ended
 * @param origin where it was done
 * @param countsTowardProgram whether it is coursework of the program
 */
public record UnitAttempt(
    String unitId,
    int attempt,
    BigDecimal units,
    Outcome outcome,
    Optional<LocalDate> outcomeDate,
    Origin origin,
    boolean countsTowardProgram) {

  /** How an attempt stands. */
  public enum Outcome {
    IN_PROGRESS,
    PASSED,
    NOT_PASSED,
    WITHDRAWN,
    INCOMPLETE
  }

  /** Where it was done. Only coursework of the institution completes a payment period. */
  public enum Origin {
    INSTITUTION,
    TRANSFER,
    PRIOR_LEARNING,
    EXAM
  }

  /** Whether it completes units of a payment period: passed here, and coursework of the program. */
  public boolean completes() {
    return outcome == Outcome.PASSED
        && outcomeDate.isPresent()
        && origin == Origin.INSTITUTION
        && countsTowardProgram;
  }
}
