package org.vellum.finaid.export;

import java.util.function.Predicate;

/** What the values of a column look like in all forms, and its type in the schemas. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates are functions of their argument
enum ColumnType {
  /** Identifies a record: at most 200 characters. */
  KEY("string", "string", "string", ".{1,200}", text -> text.length() <= 200),
  /** At most 64 characters. */
  ID("string", "string", "string", ".{1,64}", text -> text.length() <= 64),
  /** Free text of people. */
  TEXT("string", "string", "string", ".{1,1000}", text -> text.length() <= 1_000),
  /** One of a list. */
  CODE("string", "string", "string", ".+", text -> true),
  /** Some of a list, in order. */
  CODES("array", "string", "string", ".+", text -> true),
  DATE("string", "date", "date", "\\d{4}-\\d{2}-\\d{2}", Texts::isDate),
  /** RFC 3339 in UTC. */
  TIMESTAMP(
      "string",
      "datetime",
      "dateTime",
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z",
      Texts::isTimestamp),
  /** Exact; in JSON as text, so that no reader makes a binary fraction of it. */
  DECIMAL("string", "decimal", "decimal", "(0|[1-9]\\d{0,8})(\\.\\d{0,8}[1-9])?", Texts::isDecimal),
  INTEGER("integer", "integer", "int", "-?(0|[1-9]\\d{0,8})", Texts::isInteger),
  BOOLEAN(
      "boolean",
      "boolean",
      "boolean",
      "true|false",
      text -> text.equals("true") || text.equals("false")),
  /** SHA-256 in hexadecimal. */
  HASH("string", "string", "string", "[0-9a-f]{64}", Texts::isHash);

  private final String json;
  private final String csvw;
  private final String xsd;
  private final String pattern;
  private final Predicate<String> fits;

  ColumnType(String json, String csvw, String xsd, String pattern, Predicate<String> fits) {
    this.json = json;
    this.csvw = csvw;
    this.xsd = xsd;
    this.pattern = pattern;
    this.fits = fits;
  }

  /** The type of JSON Schema. */
  String json() {
    return json;
  }

  /** The datatype of CSVW. */
  String csvw() {
    return csvw;
  }

  /** The type of XML Schema. */
  String xsd() {
    return "xs:" + xsd;
  }

  /** What the text of a value looks like, for the schemas. */
  String pattern() {
    return pattern;
  }

  /** Whether people or other systems choose what stands there. */
  boolean isFree() {
    return this == KEY || this == ID || this == TEXT || this == CODES;
  }

  /** Whether a clean text of at least one character looks so. */
  boolean fits(String text) {
    return fits.test(text);
  }
}
