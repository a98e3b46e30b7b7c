package org.vellum.finaid.timeline.model;

import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.academicyear.model.AcademicYear;

/**
 * One academic year of a learner.
 *
 * @param year as it went
 * @param scheduledEnd the last day of its weeks, if every week since the start counts
 * @param projectedEnd when it will end by the learner's own pace; the day it did, once it did
 */
public record TimelineYear(
    AcademicYear year, LocalDate scheduledEnd, Optional<LocalDate> projectedEnd) {}
