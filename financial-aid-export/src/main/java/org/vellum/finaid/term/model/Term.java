package org.vellum.finaid.term.model;

import java.time.LocalDate;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * A term, or a subscription period, of a learner.
 *
 * @param academicYear the sequence of the academic year that it belongs to, from 1
 * @param from the first day
 * @param to the last day
 * @param size the units that the learner is enrolled for in it, and its weeks
 */
public record Term(int academicYear, LocalDate from, LocalDate to, UnitsAndWeeks size) {}
