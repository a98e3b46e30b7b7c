package org.vellum.finaid.withdrawal.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.week.model.DateRange;

/**
 * The calendar days of a credit-hour period in which a learner withdrew. Scheduled breaks of at
 * least five days and days of approved leave are in neither count; the day of withdrawal is a
 * completed day (34 CFR 668.22(f)).
 *
 * @param calendarDays all days of the period
 * @param breakDaysBefore days of excluded breaks up to the withdrawal
 * @param breakDaysAfter days of excluded breaks after it
 * @param leaveDays days of approved leave that are in no excluded break
 * @param completed days completed
 * @param total days of the period without those excluded
 * @param rule why
 */
public record DaysOfPeriod(
    int calendarDays,
    int breakDaysBefore,
    int breakDaysAfter,
    int leaveDays,
    int completed,
    int total,
    Rule rule) {

  /** The fewest consecutive days of a scheduled break that is excluded. */
  public static final int LEAST_BREAK = 5;

  /**
   * Counts the days.
   *
   * @param withdrawal in the period
   * @param breaks scheduled breaks, each from the day after the last class to the day before the
   *     next; they may overlap one another and the leaves
   * @param leaves approved leaves
   */
  public static DaysOfPeriod of(
      DateRange period,
      LocalDate withdrawal,
      Collection<DateRange> breaks,
      Collection<DateRange> leaves,
      Ruleset ruleset) {
    if (!period.contains(withdrawal)) {
      throw new IllegalArgumentException("withdrew outside of the period: " + withdrawal);
    }
    Set<LocalDate> onBreak = new TreeSet<>();
    breaks.stream()
        .filter(each -> each.days() >= LEAST_BREAK)
        .flatMap(DateRange::stream)
        .filter(period::contains)
        .forEach(onBreak::add);
    Set<LocalDate> onLeave = new TreeSet<>();
    leaves.stream().flatMap(DateRange::stream).filter(period::contains).forEach(onLeave::add);
    onLeave.removeAll(onBreak);
    Predicate<LocalDate> before = day -> !day.isAfter(withdrawal);
    int breakBefore = (int) onBreak.stream().filter(before).count();
    int leaveBefore = (int) onLeave.stream().filter(before).count();
    int elapsed = new DateRange(period.from(), withdrawal).days();
    return new DaysOfPeriod(
        period.days(),
        breakBefore,
        onBreak.size() - breakBefore,
        onLeave.size(),
        elapsed - breakBefore - leaveBefore,
        period.days() - onBreak.size() - onLeave.size(),
        ruleset.rule("34 CFR 668.22(f)(1)(i), (f)(2)"));
  }
}
