package org.vellum.finaid.withdrawal.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.week.model.DateRange;

/** Leaves of absence against the 180 days that twelve months may have (34 CFR 668.22(d)(1)(vi)). */
public final class ApprovedLeaves {

  /** The most days of leave in twelve months. */
  public static final int MOST_DAYS = 180;

  private static final String CITATION = "34 CFR 668.22(d)(1)(vi)";

  private ApprovedLeaves() {}

  /**
   * The most days of leave in any twelve months. Twelve months begin with the first day of the
   * first leave; the next twelve begin with the first day of leave after them, which is at once if
   * a leave goes on. Days in two leaves are counted once.
   */
  public static Derived<Integer> mostDaysInTwelveMonths(
      Collection<DateRange> leaves, Ruleset ruleset) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    leaves.stream().flatMap(DateRange::stream).forEach(days::add);
    int most = 0;
    while (!days.isEmpty()) {
      NavigableSet<LocalDate> year = days.headSet(days.first().plusYears(1), false);
      most = Math.max(most, year.size());
      days = days.tailSet(days.first().plusYears(1), true);
    }
    return new Derived<>(most, ruleset.rule(CITATION));
  }

  /** Whether leaves of so many days, all in the same twelve months, can be approved. */
  public static Derived<Boolean> areApprovable(List<Integer> daysOfEach, Ruleset ruleset) {
    int days = daysOfEach.stream().mapToInt(Integer::intValue).sum();
    return new Derived<>(days <= MOST_DAYS, ruleset.rule(CITATION));
  }
}
