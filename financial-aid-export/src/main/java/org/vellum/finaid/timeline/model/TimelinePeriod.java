package org.vellum.finaid.timeline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.LesserFraction;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.progress.model.PeriodProgress;

/**
 * One payment period of a learner.
 *
 * @param progress as scheduled and as it went
 * @param pell its part of the annual Pell award by Formula 4
 * @param scheduledEnd the last day of its weeks, if every week since the start counts
 * @param projectedEnd when it will be completed by the learner's own pace; the day it was, once it
 *     was
 * @param awardYears from which it may be paid, once it has begun
 */
public record TimelinePeriod(
    PeriodProgress progress,
    LesserFraction pell,
    LocalDate scheduledEnd,
    Optional<LocalDate> projectedEnd,
    Optional<Derived<List<AwardYear>>> awardYears) {}
