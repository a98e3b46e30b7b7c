package org.vellum.competency.evaluation.oneroster;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line item with all that the gradebook says of it (OneRoster 1.2, LineItemDType).
 *
 * @param sourcedId its {@code sourcedId}
 * @param active whether it is to be kept (status {@code active})
 * @param lastModified when its source last changed it
 * @param title its title
 * @param description what it is for, where one was sent
 * @param assignDate when it was given to the learners
 * @param dueDate when it is due
 * @param classSourcedId {@code sourcedId} of its class
 * @param schoolSourcedId {@code sourcedId} of its school
 * @param categorySourcedId {@code sourcedId} of its category
 * @param academicSessionSourcedId {@code sourcedId} of its academic session, where it has one
 * @param resultValueMin the least value of its scale
 * @param resultValueMax the greatest value of its scale
 * @param objectives what it evaluates
 */
record GradebookLineItem(
    String sourcedId,
    boolean active,
    Instant lastModified,
    String title,
    Optional<String> description,
    Instant assignDate,
    Instant dueDate,
    String classSourcedId,
    String schoolSourcedId,
    String categorySourcedId,
    Optional<String> academicSessionSourcedId,
    BigDecimal resultValueMin,
    BigDecimal resultValueMax,
    List<Objective> objectives) {

  GradebookLineItem {
    objectives = List.copyOf(objectives);
  }

  /**
   * A learning objective that a line item evaluates.
   *
   * @param source who gave it its identifier: {@code case} for a CASE item
   * @param id its identifier
   */
  record Objective(String source, String id) {}
}
