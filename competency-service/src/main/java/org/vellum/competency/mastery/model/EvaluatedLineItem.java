package org.vellum.competency.mastery.model;

import java.util.Optional;

/**
 * A line item as it was when a result on it came.
 *
 * @param sourcedId its {@code sourcedId} (OneRoster 1.2, lineItems)
 * @param title its title
 * @param course {@code sourcedId} of its course
 * @param courseTitle title of its course
 * @param category {@code sourcedId} of its category, where it has one
 * @param scale the scale of its scores
 */
public record EvaluatedLineItem(
    String sourcedId,
    String title,
    String course,
    String courseTitle,
    Optional<String> category,
    Scale scale) {}
