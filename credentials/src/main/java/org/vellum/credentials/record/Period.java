package org.vellum.credentials.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term, or in a program without terms a subscription or assessment period.
 *
 * @param id unique within the record
 * @param name the name as it is printed, such as "Fall 2026"
 * @param start the first day
 * @param end the last day
 */
public record Period(String id, String name, @Nullable LocalDate start, @Nullable LocalDate end) {}
