package org.vellum.finaid.progress.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * A learner's units and weeks since the start, day by day. What was completed stays completed: a
 * total never falls, and several facts of a day are one.
 */
public final class CumulativeTotals {

  private final Series units;
  private final Series weeks;

  private CumulativeTotals(Series units, Series weeks) {
    this.units = units;
    this.weeks = weeks;
  }

  /** From totals of any order; of several of a day the most of each measure counts. */
  public static CumulativeTotals of(Collection<ProgressPoint> totals) {
    List<ProgressPoint> sorted = new ArrayList<>(totals);
    sorted.sort(Comparator.comparing(ProgressPoint::date));
    Series units = new Series(sorted.size());
    Series weeks = new Series(sorted.size());
    for (ProgressPoint point : sorted) {
      units.add(point.date(), units.total().max(point.cumulative().units()));
      weeks.add(point.date(), weeks.total().max(point.cumulative().weeks()));
    }
    return new CumulativeTotals(units, weeks);
  }

  /**
   * From facts of any order. A unit that is passed twice counts once, on the first day; what was
   * transferred, tested out or known before does not count (it shortens the program instead).
   *
   * @param attempts of one learner in one program
   * @param weekEnds the last days of the weeks of instructional time that count
   */
  public static CumulativeTotals of(
      Collection<UnitAttempt> attempts, Collection<LocalDate> weekEnds) {
    return new CumulativeTotals(units(attempts), weeks(weekEnds));
  }

  private static Series units(Collection<UnitAttempt> attempts) {
    List<Passed> passed = new ArrayList<>(attempts.size());
    for (UnitAttempt attempt : attempts) {
      if (attempt.completes()) {
        passed.add(new Passed(attempt.outcomeDate().orElseThrow(), attempt));
      }
    }
    passed.sort(null);
    Set<String> counted = HashSet.newHashSet(passed.size());
    Series units = new Series(passed.size());
    for (Passed each : passed) {
      if (counted.add(each.attempt.unitId())) {
        units.add(each.day, units.total().add(each.attempt.units()));
      }
    }
    return units;
  }

  /** Sorts by numbers instead of dates, of which there are many: the place follows the day. */
  private static Series weeks(Collection<LocalDate> weekEnds) {
    LocalDate[] ends = weekEnds.toArray(LocalDate[]::new);
    long[] keys = new long[ends.length];
    for (int i = 0; i < ends.length; i++) {
      keys[i] = ends[i].toEpochDay() << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    Series weeks = new Series(ends.length);
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] >> Integer.SIZE != keys[i - 1] >> Integer.SIZE) {
        count++;
        weeks.add(ends[(int) keys[i]], BigDecimal.valueOf(count));
      }
    }
    return weeks;
  }

  /** What was completed by the end of a day. */
  public UnitsAndWeeks at(LocalDate day) {
    return new UnitsAndWeeks(units.at(day), weeks.at(day));
  }

  /** What was completed in all. */
  public UnitsAndWeeks total() {
    return new UnitsAndWeeks(units.total(), weeks.total());
  }

  /** The first day with so many units. */
  public Optional<LocalDate> unitsReached(BigDecimal amount) {
    return units.reached(amount);
  }

  /** The first day with so many weeks. */
  public Optional<LocalDate> weeksReached(BigDecimal amount) {
    return weeks.reached(amount);
  }

  /** A passed attempt with its day, in time; on the same day by what was passed. */
  private record Passed(LocalDate day, UnitAttempt attempt) implements Comparable<Passed> {
    @Override
    public int compareTo(Passed other) {
      int byDay = day.compareTo(other.day);
      if (byDay != 0) {
        return byDay;
      }
      int byUnit = attempt.unitId().compareTo(other.attempt.unitId());
      return byUnit != 0 ? byUnit : Integer.compare(attempt.attempt(), other.attempt.attempt());
    }
  }
}
