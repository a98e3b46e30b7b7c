package org.vellum.finaid.week.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The weeks of one learner, block by block and without a list of days: the same weeks as {@link
 * InstructionalWeeks} counts where there is instruction on all days but those excluded.
 *
 * @param first the first day
 * @param until the last day, in or after which no week is completed any more
 */
public record LearnerWeeks(LocalDate first, LocalDate until) {
  private static final int DAYS = 7;

  /**
   * The last days of the completed weeks of a program that is open in every week.
   *
   * @param excluded leaves, and scheduled breaks; a week that lies wholly in them does not count
   */
  public List<LocalDate> open(Collection<DateRange> excluded) {
    List<LocalDate> ends = new ArrayList<>();
    for (LocalDate start = first; !end(start).isAfter(until); start = start.plusDays(DAYS)) {
      if (!isCovered(start, excluded)) {
        ends.add(end(start));
      }
    }
    return ends;
  }

  /**
   * The last days of those weeks of a school's calendar that this learner completed: the first of
   * them may begin up to six days before the learner does.
   *
   * @param counted the first days of the weeks of instructional time, in order
   * @param leaves a week that lies wholly in them does not count
   */
  public List<LocalDate> of(List<LocalDate> counted, Collection<DateRange> leaves) {
    List<LocalDate> ends = new ArrayList<>();
    for (LocalDate start : counted) {
      LocalDate end = end(start);
      if (!end.isBefore(first) && !end.isAfter(until) && !isCovered(start, leaves)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private static LocalDate end(LocalDate start) {
    return start.plusDays(DAYS - 1);
  }

  /** Whether each of the seven days is in one of the ranges. */
  private static boolean isCovered(LocalDate start, Collection<DateRange> ranges) {
    if (ranges.isEmpty()) {
      return false;
    }
    for (int day = 0; day < DAYS; day++) {
      LocalDate each = start.plusDays(day);
      if (ranges.stream().noneMatch(range -> range.contains(each))) {
        return false;
      }
    }
    return true;
  }
}
