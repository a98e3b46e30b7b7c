package org.vellum.finaid.facts.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.UnitAttempt;

/**
 * One attempt at a course, a competency or a module, as it was recorded.
 *
 * @param unitId what was attempted
 * @param kind what that is
 * @param attempt from 1
 * @param size its units in a measure, where the record says so; else the equivalency on its first
 *     day gives them
 * @param beginDate the first day
 * @param firstEngagement the first day with academic engagement in it
 * @param lastEngagement the last day with academic engagement in it
 * @param endDate the last day, once it ended
 * @param outcome how it stands
 * @param outcomeDate since when
 * @param origin where it was done
 * @param countsTowardProgram whether it is coursework of the program
 * @param paymentPeriod the sequence of the payment period that the source counts it in, where it
 *     says so
 * @param remedial whether it is remedial coursework
 * @param lessons how much of it is done, where it has lessons
 */
public record AttemptFacts(
    String unitId,
    Kind kind,
    int attempt,
    Optional<Size> size,
    LocalDate beginDate,
    Optional<LocalDate> firstEngagement,
    Optional<LocalDate> lastEngagement,
    Optional<LocalDate> endDate,
    UnitAttempt.Outcome outcome,
    Optional<LocalDate> outcomeDate,
    UnitAttempt.Origin origin,
    boolean countsTowardProgram,
    Optional<Integer> paymentPeriod,
    boolean remedial,
    Optional<Lessons> lessons) {

  /** What is attempted. */
  public enum Kind {
    COURSE,
    COMPETENCY,
    MODULE
  }

  /**
   * How much an attempt is worth.
   *
   * @param units more than 0
   * @param measure what they are
   */
  public record Size(BigDecimal units, UnitMeasure measure) {}

  /**
   * How much of an attempt is done.
   *
   * @param total lessons
   * @param completed of them
   */
  public record Lessons(int total, int completed) {}
}
