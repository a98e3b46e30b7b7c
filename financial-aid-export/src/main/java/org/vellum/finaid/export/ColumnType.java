package org.vellum.finaid.export;

/** What the values of a column look like in all forms, and its type in the schemas. */
enum ColumnType {
  /** Identifies a record: at most 200 characters. */
  KEY("string", "string", "string", ".{1,200}"),
  /** At most 64 characters. */
  ID("string", "string", "string", ".{1,64}"),
  /** Free text of people. */
  TEXT("string", "string", "string", ".{1,1000}"),
  /** One of a list. */
  CODE("string", "string", "string", ".+"),
  /** Some of a list, in order. */
  CODES("array", "string", "string", ".+"),
  DATE("string", "date", "date", "\\d{4}-\\d{2}-\\d{2}"),
  /** RFC 3339 in UTC. */
  TIMESTAMP(
      "string", "datetime", "dateTime", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z"),
  /** Exact; in JSON as text, so that no reader makes a binary fraction of it. */
  DECIMAL("string", "decimal", "decimal", "(0|[1-9]\\d{0,8})(\\.\\d{0,8}[1-9])?"),
  INTEGER("integer", "integer", "int", "-?(0|[1-9]\\d{0,8})"),
  BOOLEAN("boolean", "boolean", "boolean", "true|false"),
  /** SHA-256 in hexadecimal. */
  HASH("string", "string", "string", "[0-9a-f]{64}");

  private final String json;
  private final String csvw;
  private final String xsd;
  private final String pattern;

  ColumnType(String json, String csvw, String xsd, String pattern) {
    this.json = json;
    this.csvw = csvw;
    this.xsd = xsd;
    this.pattern = pattern;
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

  /** Whether what fits is of letters, digits and signs that every form carries as they are. */
  boolean isPlain() {
    return switch (this) {
      case DATE, TIMESTAMP, DECIMAL, INTEGER, BOOLEAN, HASH -> true;
      case KEY, ID, TEXT, CODE, CODES -> false;
    };
  }

  /** Whether a text of at least one character, clean unless the type is plain, looks so. */
  boolean fits(String text) {
    return switch (this) {
      case KEY -> text.length() <= 200;
      case ID -> text.length() <= 64;
      case TEXT -> text.length() <= 1_000;
      case CODE, CODES -> true;
      case DATE -> Texts.isDate(text);
      case TIMESTAMP -> Texts.isTimestamp(text);
      case DECIMAL -> Texts.isDecimal(text);
      case INTEGER -> Texts.isInteger(text);
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case HASH -> Texts.isHash(text);
    };
  }
}
