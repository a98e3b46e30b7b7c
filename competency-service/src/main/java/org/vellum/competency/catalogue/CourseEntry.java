package org.vellum.competency.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the catalogue says of a course.
 *
 * @param courseSourcedId {@code sourcedId} of the course (OneRoster 1.2)
 * @param credits credits that completing it earns, where stated; at least 0
 * @param description what it is about, where stated
 * @param completedBy what completes it
 */
public record CourseEntry(
    String courseSourcedId,
    Optional<BigDecimal> credits,
    Optional<String> description,
    CompletedBy completedBy) {

  /**
   * A result that completes a course.
   *
   * @param category {@code sourcedId} of the line item's category (OneRoster 1.2)
   * @param threshold share of the scale that is enough, more than 0 and at most 1
   */
  public record CompletedBy(String category, BigDecimal threshold) {}
}
