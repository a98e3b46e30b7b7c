package org.vellum.competency.mastery.model;

import java.math.BigDecimal;

/**
 * A level of a rubric (CASE 1.1, CFRubricCriterionLevel).
 *
 * @param name its quality, as in {@code Proficient}
 * @param share the share of the scale at which it begins, 0 to 1
 */
public record Level(String name, BigDecimal share) {}
