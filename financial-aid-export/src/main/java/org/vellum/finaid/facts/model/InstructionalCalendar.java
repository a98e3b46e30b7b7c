package org.vellum.finaid.facts.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.vellum.finaid.week.model.DateRange;

/**
 * A school's weeks of instructional time and its scheduled breaks.
 *
 * @param calendarId its identifier
 * @param weeks blocks of seven days that do not overlap, in any order
 * @param breaks each from the day after the last class to the day before the next
 * @param sourceAsOf when the last of this became known
 */
public record InstructionalCalendar(
    String calendarId, List<Week> weeks, List<DateRange> breaks, Instant sourceAsOf) {

  public InstructionalCalendar {
    weeks = List.copyOf(weeks);
    breaks = List.copyOf(breaks);
  }

  /**
   * Seven days.
   *
   * @param start the first
   * @param counted whether they are a week of instructional time, 34 CFR 668.3(b)
   * @param reason why, or why not
   */
  public record Week(LocalDate start, boolean counted, Reason reason) {}

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
