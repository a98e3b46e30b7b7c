package org.vellum.finaid.progress.model;

import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * When a threshold of both measures was reached.
 *
 * @param units the first day with its units
 * @param weeks the first day with its weeks
 */
public record Reached(Optional<LocalDate> units, Optional<LocalDate> weeks) {

  public static Reached of(UnitsAndWeeks threshold, CumulativeTotals totals) {
    return new Reached(
        totals.unitsReached(threshold.units()), totals.weeksReached(threshold.weeks()));
  }

  /** The first day with both: the later of the two. */
  public Optional<LocalDate> both() {
    if (units.isEmpty() || weeks.isEmpty()) {
      return Optional.empty();
    }
    return units.get().isAfter(weeks.get()) ? units : weeks;
  }
}
