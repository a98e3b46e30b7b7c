package org.vellum.search.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That an employer asked a learner to show the full record.
 *
 * @param id its identifier
 * @param profile by what the employer knows the learner
 * @param employer who asked, by sign-in name
 * @param message what the employer wrote
 * @param askedAt when
 * @param state what the learner answered
 * @param lastDay the last day of the link, where the learner agreed
 */
public record RecordRequest(
    UUID id,
    UUID profile,
    String employer,
    String message,
    Instant askedAt,
    State state,
    Optional<LocalDate> lastDay) {

  /** What came of it. */
  public enum State {
    /** The learner has not answered. */
    ASKED,
    /** The learner agreed; the employer is led to a link. */
    AGREED,
    /** The learner declined, or withdrew the profile. */
    DECLINED
  }

  /** Whether the learner has not answered. */
  public boolean isOpen() {
    return state == State.ASKED;
  }

  /** Whether there is, or was, a link. */
  public boolean isAgreed() {
    return state == State.AGREED;
  }
}
