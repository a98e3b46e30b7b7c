package org.vellum.finaid.parameters;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vellum.platform.problem.Finding;

/** The fields of a form, each read as what it must be; what cannot be read is a finding. */
final class Fields {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
  private static final int LONGEST = 200;

  private final Map<String, String> fields;
  private final List<Finding> findings = new ArrayList<>();

  Fields(Map<String, String> fields) {
    this.fields = Map.copyOf(fields);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  void add(String field, String code, String message) {
    findings.add(Finding.error(code, field, message));
  }

  /** A text; nothing if the field is empty. */
  Optional<String> maybe(String field) {
    String value = fields.getOrDefault(field, "").strip();
    if (value.length() > LONGEST) {
      add(field, "too-long", "At most 200 characters.");
      return Optional.empty();
    }
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  /** A text of a pattern; empty if there is a finding. */
  String matching(String field, Pattern pattern, String wanted) {
    Optional<String> value = maybe(field);
    if (value.filter(text -> pattern.matcher(text).matches()).isEmpty()) {
      add(field, "unreadable", wanted);
    }
    return value.orElse("");
  }

  /** A number; zero if there is a finding. */
  BigDecimal number(String field) {
    return new BigDecimal(zeroIfEmpty(matching(field, NUMBER, "A number such as 22.5.")));
  }

  private static String zeroIfEmpty(String text) {
    return NUMBER.matcher(text).matches() ? text : "0";
  }

  Optional<BigDecimal> maybeNumber(String field) {
    return maybe(field).isEmpty() ? Optional.empty() : Optional.of(number(field));
  }

  /** A day; the first of all days if there is a finding. */
  LocalDate day(String field) {
    return maybeDay(field)
        .orElseGet(() -> {
          if (findings.stream().noneMatch(each -> each.place().equals(field))) {
            add(field, "unreadable", "A day such as 2026-09-01.");
          }
          return LocalDate.EPOCH;
        });
  }

  Optional<LocalDate> maybeDay(String field) {
    Optional<String> text = maybe(field);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      add(field, "unreadable", "A day such as 2026-09-01.");
      return Optional.empty();
    }
  }

  boolean isChecked(String field) {
    return maybe(field).filter(text -> !text.equals("false")).isPresent();
  }

  /** One of the codes; the first if there is a finding. */
  <E extends Enum<E>> E code(String field, E[] codes) {
    return Arrays.stream(codes)
        .filter(code -> maybe(field).filter(code.name()::equalsIgnoreCase).isPresent())
        .findFirst()
        .orElseGet(() -> {
          add(field, "unreadable", "One of " + names(codes) + ".");
          return codes[0];
        });
  }

  private static <E extends Enum<E>> String names(E[] codes) {
    return String.join(", ", Arrays.stream(codes).map(Enum::name).toList());
  }

  /** Some of the codes, with commas between them. */
  <E extends Enum<E>> List<E> codes(String field, E[] codes) {
    List<E> found = new ArrayList<>();
    for (String each : maybe(field).map(text -> text.split("\\s*,\\s*")).orElse(new String[0])) {
      Optional<E> code =
          Arrays.stream(codes)
              .filter(one -> one.name().equals(each.toUpperCase(Locale.ROOT)))
              .findFirst();
      code.ifPresentOrElse(
          found::add, () -> add(field, "unreadable", "Some of " + names(codes) + "."));
    }
    return found;
  }
}
