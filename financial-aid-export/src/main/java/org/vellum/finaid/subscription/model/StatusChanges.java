package org.vellum.finaid.subscription.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of a learner's enrolment status, of which an academic year may have one. */
public final class StatusChanges {

  private StatusChanges() {}

  /**
   * One attended period.
   *
   * @param academicYear the academic year that it lies in
   * @param hours the hours of the status
   */
  public record Attended(int academicYear, BigDecimal hours) {}

  /**
   * The academic years with more than one change, in order: a change belongs to the year of the
   * period that it takes effect in.
   *
   * @param periods in the order in which they are attended
   */
  public static List<Integer> yearsWithSeveral(List<Attended> periods) {
    Map<Integer, Integer> changes = new HashMap<>();
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).hours().compareTo(periods.get(i - 1).hours()) != 0) {
        changes.merge(periods.get(i).academicYear(), 1, Integer::sum);
      }
    }
    return changes.entrySet().stream()
        .filter(year -> year.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
