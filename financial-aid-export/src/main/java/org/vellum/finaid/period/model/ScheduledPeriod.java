package org.vellum.finaid.period.model;

import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * A payment period as the program gives it, whatever a learner's pace.
 *
 * @param seq from 1
 * @param academicYear the sequence of the academic year that it lies in, from 1
 * @param kind what it is a part of
 * @param scheduled its units and weeks, halves exact
 * @param cumulative units and weeks from the start to its end: what must be completed, in both
 *     measures, before the next begins
 * @param rule why
 */
public record ScheduledPeriod(
    int seq,
    int academicYear,
    PeriodKind kind,
    UnitsAndWeeks scheduled,
    UnitsAndWeeks cumulative,
    Rule rule) {

  /** Units and weeks from the start to its own start. */
  public UnitsAndWeeks before() {
    return cumulative.minus(scheduled);
  }

  /** Units and weeks from the start to its midpoint, for a loan period of one payment period. */
  public UnitsAndWeeks midpoint() {
    return before().plus(scheduled.half());
  }
}
