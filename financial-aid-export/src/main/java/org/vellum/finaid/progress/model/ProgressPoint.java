package org.vellum.finaid.progress.model;

import java.time.LocalDate;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * How far a learner had come at the end of a day.
 *
 * @param date the day
 * @param cumulative units completed and weeks of instructional time completed since the start
 */
public record ProgressPoint(LocalDate date, UnitsAndWeeks cumulative) {}
