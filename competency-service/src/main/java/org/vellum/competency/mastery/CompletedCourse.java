package org.vellum.competency.mastery;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A course as it was when it was completed.
 *
 * @param sourcedId its {@code sourcedId} (OneRoster 1.2, courses)
 * @param title its title
 * @param code its code, where the roster had one
 * @param credits credits that completing it earned, where the catalogue stated any
 */
record CompletedCourse(
    String sourcedId, String title, Optional<String> code, Optional<BigDecimal> credits) {}
