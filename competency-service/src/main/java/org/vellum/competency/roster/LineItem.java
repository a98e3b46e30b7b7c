package org.vellum.competency.roster;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something that is evaluated (OneRoster 1.2, lineItems), with the class and the course that it
 * belongs to.
 *
 * @param sourcedId its {@code sourcedId}
 * @param title its title
 * @param classSourcedId {@code sourcedId} of its class
 * @param courseSourcedId {@code sourcedId} of the course of which the class is taught
 * @param courseTitle title of that course
 * @param courseCode code of that course, where the roster has one
 * @param categorySourcedId {@code sourcedId} of its category, where it has one
 * @param resultValueMin the least value of its scale
 * @param resultValueMax the greatest value of its scale, more than the least
 */
public record LineItem(
    String sourcedId,
    String title,
    String classSourcedId,
    String courseSourcedId,
    String courseTitle,
    Optional<String> courseCode,
    Optional<String> categorySourcedId,
    BigDecimal resultValueMin,
    BigDecimal resultValueMax) {}
