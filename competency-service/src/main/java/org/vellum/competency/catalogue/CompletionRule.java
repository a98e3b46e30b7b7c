package org.vellum.competency.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What completes a course: a result on a line item of the category, at the threshold or above.
 *
 * @param courseSourcedId {@code sourcedId} of the course (OneRoster 1.2)
 * @param categorySourcedId {@code sourcedId} of the category (OneRoster 1.2)
 * @param threshold share of the way from the least to the greatest value of the scale, more than 0
 *     and at most 1
 * @param credits credits that completing it earns, where the catalogue states any; at least 0
 */
public record CompletionRule(
    String courseSourcedId,
    String categorySourcedId,
    BigDecimal threshold,
    Optional<BigDecimal> credits) {}
