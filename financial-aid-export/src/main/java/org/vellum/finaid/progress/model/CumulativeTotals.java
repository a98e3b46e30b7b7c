package org.vellum.finaid.progress.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * A learner's units and weeks since the start, day by day. What was completed stays completed: a
 * total never falls, and several points of a day are one, with the most of each measure.
 */
public final class CumulativeTotals {

  private static final Comparator<UnitAttempt> IN_TIME =
      Comparator.comparing((UnitAttempt attempt) -> attempt.outcomeDate().orElseThrow())
          .thenComparing(UnitAttempt::unitId)
          .thenComparingInt(UnitAttempt::attempt);

  private final List<ProgressPoint> points;

  private CumulativeTotals(List<ProgressPoint> points) {
    this.points = points;
  }

  /** From totals of any order. */
  public static CumulativeTotals of(Collection<ProgressPoint> totals) {
    List<ProgressPoint> sorted = new ArrayList<>(totals);
    sorted.sort(Comparator.comparing(ProgressPoint::date));
    List<ProgressPoint> points = new ArrayList<>(sorted.size());
    UnitsAndWeeks most = UnitsAndWeeks.NONE;
    for (ProgressPoint point : sorted) {
      most = most.max(point.cumulative());
      add(points, new ProgressPoint(point.date(), most));
    }
    return new CumulativeTotals(points);
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
    List<UnitAttempt> passed = new ArrayList<>(attempts.size());
    for (UnitAttempt attempt : attempts) {
      if (attempt.completes()) {
        passed.add(attempt);
      }
    }
    passed.sort(IN_TIME);
    List<LocalDate> ends = new ArrayList<>(new HashSet<>(weekEnds));
    ends.sort(Comparator.naturalOrder());
    return new CumulativeTotals(merge(passed, ends));
  }

  private static List<ProgressPoint> merge(List<UnitAttempt> passed, List<LocalDate> ends) {
    List<ProgressPoint> points = new ArrayList<>(passed.size() + ends.size());
    Set<String> counted = new HashSet<>();
    BigDecimal units = BigDecimal.ZERO;
    int weeks = 0;
    for (UnitAttempt attempt : passed) {
      LocalDate date = attempt.outcomeDate().orElseThrow();
      for (; weeks < ends.size() && !ends.get(weeks).isAfter(date); weeks++) {
        add(points, ends.get(weeks), units, weeks + 1);
      }
      if (counted.add(attempt.unitId())) {
        units = units.add(attempt.units());
        add(points, date, units, weeks);
      }
    }
    for (; weeks < ends.size(); weeks++) {
      add(points, ends.get(weeks), units, weeks + 1);
    }
    return points;
  }

  private static void add(List<ProgressPoint> points, LocalDate date, BigDecimal units, int weeks) {
    add(points, new ProgressPoint(date, new UnitsAndWeeks(units, BigDecimal.valueOf(weeks))));
  }

  private static void add(List<ProgressPoint> points, ProgressPoint point) {
    int last = points.size() - 1;
    if (last >= 0 && points.get(last).date().equals(point.date())) {
      points.set(last, point);
    } else {
      points.add(point);
    }
  }

  /** The points, one a day, in order. */
  public List<ProgressPoint> points() {
    return List.copyOf(points);
  }

  /** What was completed by the end of a day. */
  public UnitsAndWeeks at(LocalDate day) {
    int found = first(point -> point.date().isAfter(day));
    return found == 0 ? UnitsAndWeeks.NONE : points.get(found - 1).cumulative();
  }

  /** What was completed in all. */
  public UnitsAndWeeks total() {
    return points.isEmpty() ? UnitsAndWeeks.NONE : points.getLast().cumulative();
  }

  /** The first day with so many units. */
  public Optional<LocalDate> unitsReached(BigDecimal units) {
    return date(first(point -> point.cumulative().units().compareTo(units) >= 0));
  }

  /** The first day with so many weeks. */
  public Optional<LocalDate> weeksReached(BigDecimal weeks) {
    return date(first(point -> point.cumulative().weeks().compareTo(weeks) >= 0));
  }

  /** The first day with so many of both: the later of the two. */
  public Optional<LocalDate> reached(UnitsAndWeeks threshold) {
    return date(first(point -> point.cumulative().reaches(threshold)));
  }

  private Optional<LocalDate> date(int index) {
    return index == points.size() ? Optional.empty() : Optional.of(points.get(index).date());
  }

  /** The index of the first point of which it is true, which it then stays; by halving. */
  private int first(Predicate<ProgressPoint> isTrue) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isTrue.test(points.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
