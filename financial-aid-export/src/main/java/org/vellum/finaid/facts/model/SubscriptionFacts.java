package org.vellum.finaid.facts.model;

import java.time.LocalDate;

/**
 * A subscription period that a learner attended or is enrolled in.
 *
 * @param from the first day
 * @param to the last day
 * @param status the learner's status, a key of the program's hours by status, such as {@code FULL}
 * @param academicYear the sequence of the academic year that it lies in, from 1
 */
public record SubscriptionFacts(LocalDate from, LocalDate to, String status, int academicYear) {}
