package org.vellum.competency.oneroster;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.platform.imsx.Filter;
import org.vellum.platform.imsx.Filter.Predicate;

/**
 * A comparison of a filter in SQL. Its text is put together from texts of ours alone; what was sent
 * is bound.
 *
 * @param member what is compared
 * @param predicate how
 * @param value with what; in texts case does not matter
 */
record MemberComparison(Member member, Predicate predicate, String value) {
  private static final String CASE_INSENSITIVE = " collate competency.case_insensitive";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final int MOST_VALUES = 100;

  static MemberComparison of(ObjectClass type, Filter.Comparison sent) {
    Member member =
        type.find(sent.field())
            .orElseThrow(() -> Filter.refused("there is no field " + sent.field()));
    MemberComparison comparison = new MemberComparison(member, sent.predicate(), sent.value());
    comparison.check();
    return comparison;
  }

  private void check() {
    if (predicate == Predicate.CONTAINS) {
      return;
    }
    try {
      switch (member.kind()) {
        case DATE -> LocalDate.parse(value);
        case TIME -> time();
        case NUMBER -> {
          if (!NUMBER.matcher(value).matches()) {
            throw Filter.refused(member.name() + " is compared with a number");
          }
        }
        case JSON -> throw Filter.refused(member.name() + " has parts; name one of them");
        case TEXT, TEXTS, REFERENCE, REFERENCES -> {
          // any text will do
        }
      }
    } catch (DateTimeException e) {
      throw Filter.refused(
          member.name() + " is compared with a date or time, 2026-01-31T12:00:00Z");
    }
  }

  /** A time, or the beginning of a day in UTC, as the examples of the standard write it. */
  private OffsetDateTime time() {
    return value.length() == 10
        ? LocalDate.parse(value).atStartOfDay().atOffset(ZoneOffset.UTC)
        : OffsetDateTime.parse(value);
  }

  /** True, false, or null where an object does not have the member. */
  String sql(String name) {
    String sql = member.sql();
    return switch (member.kind()) {
      case TEXT, REFERENCE -> ofText(sql, name);
      case TEXTS, REFERENCES -> ofTexts(sql, name);
      case DATE, TIME, NUMBER ->
          predicate == Predicate.CONTAINS
              ? ofText("(" + sql + ")::text", name)
              : compared(sql, ":" + name);
      case JSON -> ofText("(" + sql + ")::text", name);
    };
  }

  void bind(SqlStatement<?> statement, String name) {
    if (predicate == Predicate.CONTAINS) {
      statement.bind(name, value);
      return;
    }
    switch (member.kind()) {
      case DATE -> statement.bind(name, LocalDate.parse(value));
      case TIME -> statement.bind(name, time());
      case NUMBER -> statement.bind(name, new BigDecimal(value));
      case TEXTS, REFERENCES -> {
        if (isWhole()) {
          statement.bind(
              name,
              Arrays.stream(value.split(",", -1))
                  .map(String::strip)
                  .limit(MOST_VALUES)
                  .toArray(String[]::new));
        } else {
          statement.bind(name, value);
        }
      }
      case TEXT, REFERENCE, JSON -> statement.bind(name, value);
    }
  }

  private boolean isWhole() {
    return predicate == Predicate.EQUAL || predicate == Predicate.NOT_EQUAL;
  }

  private String ofTexts(String array, String name) {
    if (!isWhole()) {
      return "exists (select from unnest("
          + array
          + ") as e (v) where "
          + ofText("e.v", name)
          + ")";
    }
    String folded = "array(select lower(v) from unnest(" + array + ") as e (v))";
    String asked = "array(select lower(v) from unnest(:" + name + "::text[]) as e (v))";
    String same = "(" + folded + " @> " + asked + " and " + folded + " <@ " + asked + ")";
    return predicate == Predicate.EQUAL ? same : "not " + same;
  }

  private String ofText(String text, String name) {
    return predicate == Predicate.CONTAINS
        ? "strpos(competency.folded(" + text + "), (select competency.folded(:" + name + "))) > 0"
        : compared(text + CASE_INSENSITIVE, ":" + name);
  }

  /** What an object does not have is not equal to anything. */
  private String compared(String text, String with) {
    String operator = predicate == Predicate.NOT_EQUAL ? "is distinct from" : predicate.sign();
    return text + " " + operator + " " + with;
  }
}
