package org.vellum.finaid.week.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Consecutive days, the first and the last among them.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record DateRange(LocalDate from, LocalDate to) {

  /** Refuses days in the wrong order, which is a mistake of the caller. */
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + ".." + to);
    }
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public Stream<LocalDate> stream() {
    return from.datesUntil(to.plusDays(1));
  }
}
