package org.vellum.credentials.record;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum over several attainments: a grade point average, credits, or both.
 *
 * @param id unique within the record, a URI
 * @param name the name as it is printed, such as "Cumulative" or "Fall 2026"
 * @param periodId the {@link Period} it sums over; null for the whole record
 * @param gradePoints the grade point average
 * @param highestGradePoints the best possible average
 * @param creditsAttempted the credits tried
 * @param creditsEarned the credits earned
 */
public record Average(
    String id,
    String name,
    @Nullable String periodId,
    @Nullable BigDecimal gradePoints,
    @Nullable BigDecimal highestGradePoints,
    @Nullable BigDecimal creditsAttempted,
    @Nullable BigDecimal creditsEarned) {}
