package org.vellum.competency.roster.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vellum.platform.problem.Finding;

/** What must hold between the values of one row. */
@FunctionalInterface
public interface RowRule {
  /** Pairs of what a scale shows and what it means. */
  Pattern PAIRS = Pattern.compile("\\{[^{}:]*+:[^{}]*+}(\\s*,\\s*\\{[^{}:]*+:[^{}]*+})*+");

  /** What is wrong with the row; empty if nothing is. */
  Optional<Finding> fault(RosterFile file, Row row);

  /** The one date must not be after the other; where one is missing there is nothing to compare. */
  static RowRule inOrder(String first, String second) {
    return (file, row) -> {
      String from = row.value(file, first);
      String to = row.value(file, second);
      return from == null || to == null || from.compareTo(to) <= 0
          ? Optional.empty()
          : fault(file, row, second, "dates-reversed", second + " lies before " + first);
    };
  }

  /** The one number must be less than the other. */
  static RowRule less(String least, String greatest) {
    return (file, row) -> {
      String min = row.value(file, least);
      String max = row.value(file, greatest);
      return min == null || max == null || new BigDecimal(min).compareTo(new BigDecimal(max)) < 0
          ? Optional.empty()
          : fault(file, row, greatest, "scale-reversed", greatest + " is not above " + least);
    };
  }

  /** The value must be pairs in braces: {@code {A:93-100},{B:85-92}}. */
  static RowRule pairs(String header) {
    return (file, row) -> {
      String value = row.value(file, header);
      return value == null || PAIRS.matcher(value).matches()
          ? Optional.empty()
          : fault(
              file,
              row,
              header,
              "value-invalid",
              header + " must be pairs such as {A:93-100},{B:85-92}: " + Quoted.value(value));
    };
  }

  /** The row must not be its own parent. */
  static RowRule notItsOwn(String parent) {
    return (file, row) ->
        row.sourcedId().equals(row.value(file, parent))
            ? fault(file, row, parent, "own-parent", "the row names itself as its parent")
            : Optional.empty();
  }

  private static Optional<Finding> fault(
      RosterFile file, Row row, String header, String code, String message) {
    return Optional.of(Finding.error(code, row.place(file, header), message));
  }
}
