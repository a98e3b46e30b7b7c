package org.vellum.finaid.imports;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must hold between the cells of a row.
 *
 * @param column where a fault is told
 * @param message what is wrong then
 * @param holds whether a row is in order
 */
record RowRule(String column, String message, Check holds) {

  /** Looks at the values of a row, by the names of their columns; empty cells are missing. */
  @FunctionalInterface
  interface Check {
    boolean of(Map<String, Object> row);
  }

  /** The second day is not before the first, where both are given. */
  static RowRule inOrder(String first, String second) {
    return new RowRule(
        second,
        "lies before " + first,
        row -> {
          @Nullable Object from = row.get(first);
          @Nullable Object to = row.get(second);
          return !(from instanceof LocalDate begin && to instanceof LocalDate end)
              || !end.isBefore(begin);
        });
  }

  /** Both are given, or none. */
  static RowRule together(String one, String other) {
    return new RowRule(
        other,
        "is given exactly if " + one + " is",
        row -> row.containsKey(one) == row.containsKey(other));
  }

  /** The first number is not more than the second. */
  static RowRule atMost(String less, String more) {
    return new RowRule(
        less,
        "is more than " + more,
        row -> number(row, less).orElse(0) <= number(row, more).orElse(Integer.MAX_VALUE));
  }

  private static Optional<Integer> number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Integer count ? Optional.of(count) : Optional.empty();
  }
}
