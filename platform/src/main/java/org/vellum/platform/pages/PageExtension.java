package org.vellum.platform.pages;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What our templates can say beyond Pebble: days, times and shares of a whole. */
final class PageExtension extends AbstractExtension {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "day", filter(PageExtension::day),
        "time", filter(PageExtension::time),
        "percent", filter(PageExtension::percent),
        "value", filter(value -> value instanceof Optional<?> some ? some.orElse(null) : value));
  }

  private static Object day(Object value) {
    return switch (value) {
      case Instant instant -> DAY.format(instant.atZone(ZoneOffset.UTC));
      case LocalDate date -> DAY.format(date);
      default -> value;
    };
  }

  private static Object time(Object value) {
    return value instanceof Instant instant
        ? TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC))
        : value;
  }

  private static Object percent(Object value) {
    return value instanceof BigDecimal share
        ? share.movePointRight(2).stripTrailingZeros().toPlainString() + " %"
        : value;
  }

  private static Filter filter(Function<Object, @Nullable Object> change) {
    return new Filter() {
      @Override
      public @Nullable Object apply(
          @Nullable Object input,
          Map<String, Object> args,
          io.pebbletemplates.pebble.template.PebbleTemplate self,
          io.pebbletemplates.pebble.template.EvaluationContext context,
          int lineNumber) {
        return input == null ? null : change.apply(input);
      }

      @Override
      public List<String> getArgumentNames() {
        return List.of();
      }
    };
  }
}
