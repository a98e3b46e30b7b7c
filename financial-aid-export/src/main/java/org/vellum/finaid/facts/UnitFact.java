package org.vellum.finaid.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;

/**
 * One thing that an event told of a learner's work on a course or competency.
 *
 * @param id of the event's own subject, such as a result, so that a later event replaces it
 * @param learner whose work
 * @param unitId {@code sourcedId} of the course, or identifier of the CFItem
 * @param unitKind which of the two
 * @param what happened
 * @param title of the unit
 * @param day on which it happened
 * @param ended the first day after it, for what lasts
 * @param units credits that the catalogue states for the course
 * @param stands false once it was taken back
 */
record UnitFact(
    String id,
    UUID learner,
    String unitId,
    Kind unitKind,
    What what,
    String title,
    LocalDate day,
    Optional<LocalDate> ended,
    Optional<BigDecimal> units,
    boolean stands) {

  /** What can happen; on the same day in this order. */
  enum What {
    /** The learner was put on the roster of a class. */
    BEGUN,
    /** Work was handed in or evaluated. */
    EVALUATED,
    /** A result that could have completed the unit did not. */
    FAILED,
    /** The unit was completed or attained. */
    PASSED
  }
}
