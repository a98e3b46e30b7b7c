package org.vellum.finaid.facts.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.vellum.finaid.week.model.DateRange;

/**
 * A school's weeks of instructional time, its scheduled breaks and its terms.
 *
 * @param calendarId its identifier
 * @param weeks blocks of seven days that do not overlap, in any order
 * @param breaks each from the day after the last class to the day before the next
 * @param terms that do not overlap, in any order; none where programs have no terms
 * @param sourceAsOf when the last of this became known
 */
public record InstructionalCalendar(
    String calendarId,
    List<Week> weeks,
    List<DateRange> breaks,
    List<Term> terms,
    Instant sourceAsOf) {

  public InstructionalCalendar {
    weeks = List.copyOf(weeks);
    breaks = List.copyOf(breaks);
    terms = List.copyOf(terms);
  }

  /**
   * Seven days.
   *
   * @param start the first
   * @param counted whether they are a week of instructional time, 34 CFR 668.3(b)
   * @param reason why, or why not
   */
  public record Week(LocalDate start, boolean counted, Reason reason) {}

  /**
   * A term.
   *
   * @param name such as {@code Fall 2026}
   * @param from the first day
   * @param to the last day
   * @param academicYear the calendar year in which its academic year begins
   */
  public record Term(String name, LocalDate from, LocalDate to, int academicYear) {}

  /** Why a week counts, or does not. */
  public enum Reason {
    INSTRUCTION,
    EXAM,
    STUDY_FOR_FINALS,
    /** Materials, resources and support were made available for the week. */
    ASYNC_AVAILABLE,
    VACATION,
    CLOSURE
  }
}
