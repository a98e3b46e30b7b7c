package org.vellum.credentials.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written for people; what is not there is left out. */
final class Lines {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private Lines() {}

  static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : DAY.format(day);
  }

  static @Nullable String shortDay(@Nullable LocalDate day) {
    return day == null ? null : SHORT_DAY.format(day);
  }

  static String number(@Nullable BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }

  static void add(List<String> lines, @Nullable String line) {
    if (line != null && !line.isBlank()) {
      lines.add(line);
    }
  }

  static String joined(String between, @Nullable String first, @Nullable String second) {
    List<String> parts = new ArrayList<>();
    add(parts, first);
    add(parts, second);
    return String.join(between, parts);
  }
}
