package org.vellum.finaid.progress.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** One measure's total, day by day; it never falls. */
final class Series {

  private LocalDate[] days;
  private BigDecimal[] totals;
  private int size;

  Series(int expected) {
    this.days = new LocalDate[expected];
    this.totals = new BigDecimal[expected];
  }

  /** Adds a total that is not less than the last, of a day that is not before the last. */
  void add(LocalDate day, BigDecimal total) {
    if (size > 0 && days[size - 1].equals(day)) {
      totals[size - 1] = total;
      return;
    }
    if (size == days.length) {
      days = Arrays.copyOf(days, size + 8);
      totals = Arrays.copyOf(totals, size + 8);
    }
    days[size] = day;
    totals[size] = total;
    size++;
  }

  BigDecimal total() {
    return size == 0 ? BigDecimal.ZERO : totals[size - 1];
  }

  /** The total at the end of a day. */
  BigDecimal at(LocalDate day) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle].isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == 0 ? BigDecimal.ZERO : totals[low - 1];
  }

  /** The first day with so much. */
  Optional<LocalDate> reached(BigDecimal amount) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (totals[middle].compareTo(amount) >= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == size ? Optional.empty() : Optional.of(days[low]);
  }
}
