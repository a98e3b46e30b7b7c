package org.vellum.competency.framework.caseservice.query;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.platform.imsx.Filter.Predicate;

/**
 * A condition in SQL. Its text is put together from texts of ours alone; what was sent is bound.
 *
 * @param condition the condition
 * @param name begins the names of its parameters
 */
record Comparison(Condition condition, String name) {
  private static final String CASE_INSENSITIVE = " collate competency.case_insensitive";
  private static final Pattern MARKS = Pattern.compile("[\\[\\]\"\\\\\\p{Cntrl}]");

  private static final Pattern TRIGRAM =
      Pattern.compile("[\\p{L}\\p{N}]{3}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MEANING_IN_PATTERN = Pattern.compile("[\\\\%_]");

  /** More values than this are not looked for in a list. */
  private static final int MOST_VALUES = 100;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  /** True, false, or null where the document does not have the field. */
  String sql() {
    DocumentField field = condition.field();
    return switch (field.kind()) {
      case TEXT -> ofText(field.sql());
      case TEXTS -> ofTexts(field.sql());
      case DATE -> isContains() ? ofText(field.sql()) : compared(field.sql(), ":" + name);
      case TIME ->
          isContains()
              ? ofText(field.sql())
              : compared("competency.instant(" + field.sql() + ")", ":" + name);
      case LOOSE -> ofLoose(field.sql().formatted(name + "Path"));
    };
  }

  /** Gives a statement the values. */
  void bind(SqlStatement<?> statement) {
    String value = condition.value();
    switch (condition.field().kind()) {
      case TIME -> statement.bind(name, isContains() ? value : OffsetDateTime.parse(value));
      case TEXTS -> bindList(statement);
      case LOOSE -> {
        statement
            .bind(name, value)
            .bind(name + "Path", condition.field().path().toArray(String[]::new));
        if (isNumeric()) {
          statement.bind(name + "Number", new BigDecimal(value));
        }
      }
      case TEXT, DATE -> statement.bind(name, value);
    }
  }

  private boolean isContains() {
    return condition.predicate() == Predicate.CONTAINS;
  }

  private void bindList(SqlStatement<?> statement) {
    switch (condition.predicate()) {
      case EQUAL, NOT_EQUAL -> statement.bind(name + "Each", each());
      case CONTAINS -> {
        for (int number = 0; number < each().length; number++) {
          statement.bind(name + "Part" + number, each()[number]);
        }
      }
      default -> statement.bind(name, condition.value());
    }
  }

  /** The value as a list of values. */
  private String[] each() {
    return Arrays.stream(condition.value().split(",", -1))
        .map(String::strip)
        .limit(MOST_VALUES)
        .toArray(String[]::new);
  }

  private boolean isNumeric() {
    return !isContains() && NUMBER.matcher(condition.value()).matches();
  }

  private String ofText(String field) {
    return isContains()
        ? contains(folded(), ":" + name, condition.value())
        : compared(field + CASE_INSENSITIVE, ":" + name);
  }

  private String ofTexts(String elements) {
    return switch (condition.predicate()) {
      case EQUAL -> all(elements);
      case NOT_EQUAL -> "not coalesce(" + all(elements) + ", false)";
      case CONTAINS -> any();
      default ->
          "exists (select from "
              + elements
              + " e (v) where "
              + compared("e.v" + CASE_INSENSITIVE, ":" + name)
              + ")";
    };
  }

  /**
   * One of the values is within one of the elements. As JSON the list has marks between its
   * elements; a value without any of these is in the list's text where it is in an element, and
   * looking there takes half the time.
   */
  private String any() {
    boolean unmarked = Arrays.stream(each()).noneMatch(value -> MARKS.matcher(value).find());
    return condition.field().name().equals("subject") && unmarked
        ? parts("(f.folded ->> 'subject')")
        : "exists (select from " + folded() + " e (v) where " + parts("e.v") + ")";
  }

  private String parts(String folded) {
    return IntStream.range(0, each().length)
        .mapToObj(number -> contains(folded, ":" + name + "Part" + number, each()[number]))
        .collect(Collectors.joining(" or "));
  }

  /** The list as it is written in one text, with commas, is the same set as the value. */
  private String all(String elements) {
    String list =
        "(select array_agg(btrim(p)) from "
            + elements
            + " e (v), regexp_split_to_table(e.v, ',') p)"
            + CASE_INSENSITIVE;
    return "(" + list + " @> :" + name + "Each and " + list + " <@ :" + name + "Each)";
  }

  private String ofLoose(String field) {
    String asText = ofText(field);
    return isNumeric()
        ? "case jsonb_typeof(f.fields #> :"
            + name
            + "Path) when 'number' then "
            + compared(field + "::numeric", ":" + name + "Number")
            + " else "
            + asText
            + " end"
        : asText;
  }

  private String folded() {
    return condition.field().folded().formatted(name + "Path");
  }

  /**
   * The part is folded once, not for each row. An index by trigrams knows which documents may hold
   * a part that has one; it is asked by a pattern, in which some characters mean something else.
   */
  private static String contains(String folded, String part, String value) {
    return TRIGRAM.matcher(value).find() && !MEANING_IN_PATTERN.matcher(value).find()
        ? folded + " like (select '%' || competency.folded(" + part + ") || '%')"
        : "strpos(" + folded + ", (select competency.folded(" + part + "))) > 0";
  }

  /** What a document does not have is not equal to anything. */
  private String compared(String field, String value) {
    String operator =
        condition.predicate() == Predicate.NOT_EQUAL
            ? "is distinct from"
            : condition.predicate().sign();
    return field + " " + operator + " " + value;
  }
}
