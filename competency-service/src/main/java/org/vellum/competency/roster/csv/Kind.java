package org.vellum.competency.roster.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values in the CSV binding, how each is read, and as what it is kept. */
public enum Kind {
  /** A {@code sourcedId}, its own or that of something else. */
  ID("text", 255, "must be no longer than 255 characters"),
  /** Several {@code sourcedId}s, separated by commas. */
  IDS("text[]", 4_000, "must be identifiers separated by commas"),
  /** A name of a person, short enough to be found by an index. */
  NAME("text", 200, "must be no longer than 200 characters"),
  TEXT("text", 1_000, "must be no longer than 1000 characters"),
  LONG_TEXT("text", 20_000, "must be no longer than 20000 characters"),
  /** A word of an enumeration. */
  TOKEN("text", 100, "must be one of the standard's words"),
  BOOLEAN("boolean", 5, "must be true or false"),
  DATE("date", 10, "must be a date as in 2026-09-30"),
  /** A date, or a date with time and zone. */
  DATE_TIME("timestamptz", 40, "must be a date, or a date and time as in 2026-09-30T12:00:00Z"),
  YEAR("text", 4, "must be a year as in 2026"),
  NUMBER("numeric", 24, "must be a number as in 12.5");

  private static final Pattern NUMBERS = Pattern.compile("[-+]?\\d{1,12}(\\.\\d{1,8})?");
  private static final Pattern YEARS = Pattern.compile("[12]\\d{3}");

  private final String sqlType;
  private final int longest;
  private final String demand;

  Kind(String sqlType, int longest, String demand) {
    this.sqlType = sqlType;
    this.longest = longest;
    this.demand = demand;
  }

  /** The type of a column that keeps it. */
  public String sqlType() {
    return sqlType;
  }

  /** What a value of this kind must be, to follow the column's name. */
  String demand() {
    return demand;
  }

  /**
   * The value in the form in which the database takes it for sure; empty if it is none of this
   * kind.
   */
  Optional<String> read(String value) {
    if (value.length() > longest || value.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return switch (this) {
      case ID, NAME, TEXT, LONG_TEXT, TOKEN -> Optional.of(value);
      case IDS -> Optional.of(list(value)).filter(list -> !list.isEmpty());
      case BOOLEAN -> keep(value, value.equals("true") || value.equals("false"));
      case NUMBER -> keep(value, NUMBERS.matcher(value).matches());
      case YEAR -> keep(value, YEARS.matcher(value).matches());
      case DATE -> date(value);
      case DATE_TIME -> date(value).or(() -> dateTime(value)).map(Kind::withTime);
    };
  }

  private static String list(String value) {
    return Stream.of(value.split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.joining(","));
  }

  private static Optional<String> keep(String value, boolean good) {
    return good ? Optional.of(value) : Optional.empty();
  }

  private static Optional<String> date(String value) {
    try {
      int year = LocalDate.parse(value).getYear();
      return keep(value, year >= 1000 && year <= 9999);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> dateTime(String value) {
    try {
      Instant instant = OffsetDateTime.parse(value).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return keep(instant.toString(), year >= 1000 && year <= 9999);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String withTime(String value) {
    return value.length() == 10 ? value + "T00:00:00Z" : value;
  }
}
