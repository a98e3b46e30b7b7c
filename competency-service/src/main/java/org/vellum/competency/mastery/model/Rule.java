package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A result on a line item that it covers, at the threshold or above, is enough. It covers the line
 * items that fit all that it names.
 *
 * @param subject what is mastered by meeting it
 * @param lineItem {@code sourcedId} of the one line item that it covers
 * @param course {@code sourcedId} of the course whose line items it covers
 * @param category {@code sourcedId} of the category whose line items it covers
 * @param threshold share of the way from the least to the greatest value of the scale, 0 to 1
 * @param from first day whose results count; any, if absent
 * @param to first day whose results count no more
 * @param weight how much a result counts where results are averaged, more than 0; 1, if absent
 */
public record Rule(
    Subject subject,
    Optional<String> lineItem,
    Optional<String> course,
    Optional<String> category,
    BigDecimal threshold,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<BigDecimal> weight) {

  public Rule {
    if (lineItem.isEmpty() && course.isEmpty()) {
      throw new IllegalArgumentException("a rule names a line item or a course");
    }
  }

  /** The same for something else. */
  public Rule about(Subject other) {
    return new Rule(other, lineItem, course, category, threshold, from, to, weight);
  }

  boolean covers(EvaluatedLineItem item) {
    return (lineItem.isEmpty() || lineItem.get().equals(item.sourcedId()))
        && (course.isEmpty() || course.get().equals(item.course()))
        && (category.isEmpty() || category.equals(item.category()));
  }

  boolean isMetBy(Evidence evidence) {
    return holdsOn(evidence.scoreDate()) && evidence.scale().reaches(evidence.score(), threshold);
  }

  /** Whether results of this day count. */
  boolean holdsOn(LocalDate day) {
    return (from.isEmpty() || !day.isBefore(from.get()))
        && (to.isEmpty() || day.isBefore(to.get()));
  }
}
