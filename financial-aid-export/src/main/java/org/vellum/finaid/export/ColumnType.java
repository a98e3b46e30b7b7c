package org.vellum.finaid.export;

import java.util.regex.Pattern;

/** What the values of a column look like in all forms, and its type in the schemas. */
enum ColumnType {
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
  private final Pattern pattern;

  ColumnType(String json, String csvw, String xsd, String pattern) {
    this.json = json;
    this.csvw = csvw;
    this.xsd = xsd;
    this.pattern = Pattern.compile(pattern);
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

  /** What the text of a value looks like. */
  Pattern pattern() {
    return pattern;
  }
}
