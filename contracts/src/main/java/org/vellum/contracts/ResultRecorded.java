package org.vellum.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An evaluation result of a learner was stored, or a stored one was corrected or taken back. It
 * shows that the learner worked on the course that day; what it decided is told by other events.
 *
 * @param result identifies the result in all its states: by its source and its {@code sourcedId}
 * @param learner whose result it is
 * @param courseSourcedId {@code sourcedId} of the course (OneRoster 1.2, courses)
 * @param courseTitle title of the course
 * @param scoreDate day of the score, as given by the source
 * @param standing what it says of the course
 */
public record ResultRecorded(
    String result,
    UUID learner,
    String courseSourcedId,
    String courseTitle,
    LocalDate scoreDate,
    Standing standing)
    implements Event {

  /** What a result says of the course that it was given in. */
  public enum Standing {
    /** Work was evaluated, by which the course can neither be completed nor failed. */
    EVALUATED,
    /** It completes the course. */
    PASSED,
    /** It could have completed the course, and lies below the threshold. */
    NOT_PASSED,
    /** It was taken back, or is not graded yet. */
    NONE
  }

  @Override
  public String subject() {
    return learner.toString();
  }
}
