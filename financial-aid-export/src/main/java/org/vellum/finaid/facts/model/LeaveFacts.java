package org.vellum.finaid.facts.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A leave of absence, or a time without attendance that is none.
 *
 * @param kind whether it is approved
 * @param from the first day
 * @param to the last day, once it is known
 * @param requestDate the day of the written request
 * @param requestSigned whether the request was signed
 * @param approvedDate the day of the approval
 * @param confirmedReturn the day of return that the learner confirmed in writing
 * @param confirmationReceived the day on which the confirmation was received
 */
public record LeaveFacts(
    Kind kind,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<LocalDate> requestDate,
    boolean requestSigned,
    Optional<LocalDate> approvedDate,
    Optional<LocalDate> confirmedReturn,
    Optional<LocalDate> confirmationReceived) {

  /** Which absence it is. */
  public enum Kind {
    /** An approved leave of absence, 34 CFR 668.22(d). */
    LOA,
    /** No approved leave: the learner is expected back, or ought to be asked. */
    UNSCHEDULED
  }
}
