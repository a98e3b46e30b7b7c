package org.vellum.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A learner completed a course: the result of its completing line item reached the threshold.
 *
 * @param completion our identifier of the completion
 * @param learner who completed it
 * @param courseSourcedId {@code sourcedId} of the course (OneRoster 1.2, courses)
 * @param courseTitle title of the course
 * @param courseCode the course's code, where the roster has one
 * @param credits credits earned, where the catalogue states any; at least 0
 * @param completedAt when the deciding result was achieved, by the source's time
 * @param evidence the results on which the decision rests, at least one
 */
public record CourseCompleted(
    UUID completion,
    UUID learner,
    String courseSourcedId,
    String courseTitle,
    Optional<String> courseCode,
    Optional<BigDecimal> credits,
    Instant completedAt,
    List<EvaluationEvidence> evidence)
    implements Event {

  public CourseCompleted {
    evidence = List.copyOf(evidence);
  }

  @Override
  public String subject() {
    return learner.toString();
  }
}
