package org.vellum.contracts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A learner is on the roster of a class, or what the roster says of it changed. The newest fact of
 * an enrollment replaces the earlier ones.
 *
 * @param enrollment {@code sourcedId} of the enrollment (OneRoster 1.2, enrollments)
 * @param learner our own identifier of the learner
 * @param courseSourcedId {@code sourcedId} of the class's course (OneRoster 1.2, courses)
 * @param courseTitle title of the course
 * @param beginDate first day, where the roster has one
 * @param endDate first day after it, where the roster has one
 * @param active whether it stands; false once the roster took it back
 */
public record CourseEnrollmentChanged(
    String enrollment,
    UUID learner,
    String courseSourcedId,
    String courseTitle,
    Optional<LocalDate> beginDate,
    Optional<LocalDate> endDate,
    boolean active)
    implements Event {

  @Override
  public String subject() {
    return learner.toString();
  }
}
