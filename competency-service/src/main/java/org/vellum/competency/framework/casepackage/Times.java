package org.vellum.competency.framework.casepackage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the dates and times of packages, also those that are not quite as RFC 3339 wants them. */
public final class Times {
  private static final Pattern STRICT_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern STRICT_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private Times() {}

  /**
   * The time as RFC 3339 writes it (section 5.6); the same text if it is written so already. A time
   * without an offset is taken as UTC, a date as its first instant.
   */
  public static Optional<String> time(String text) {
    try {
      if (STRICT_TIME.matcher(text).matches()) {
        return Optional.of(OffsetDateTime.parse(text)).map(time -> text);
      }
      if (STRICT_DATE.matcher(text).matches()) {
        return Optional.of(
            LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toString());
      }
      return Optional.of(lenient(text.strip()).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The date as {@code full-date} of RFC 3339; of a time, its date. */
  public static Optional<String> date(String text) {
    String date =
        text.length() > 10 && "T ".indexOf(text.charAt(10)) >= 0 ? text.substring(0, 10) : text;
    try {
      return STRICT_DATE.matcher(date).matches()
          ? Optional.of(LocalDate.parse(date).toString())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant lenient(String text) {
    String likely = text.replaceFirst(" ", "T").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    TemporalAccessor parsed = LENIENT.parseBest(likely, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime time
        ? time.toInstant()
        : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
  }
}
