package org.vellum.finaid.export;

/**
 * Why a record is not in the package, or is with a warning; or why there is no package.
 *
 * @param code the condition
 * @param severity what follows from it
 * @param entity the kind of record
 * @param key the record's identifier
 * @param field the column
 * @param value what stands there, masked where it may be about a person
 * @param message in words, without the value
 * @param citation the section, or nothing
 */
public record RowError(
    String code,
    Severity severity,
    String entity,
    String key,
    String field,
    String value,
    String message,
    String citation) {

  /** What follows. */
  public enum Severity {
    /** Nothing is published. */
    RUN,
    /** The record is rejected with those that belong to it. */
    ROW,
    /** The record is exported, and somebody should look. */
    WARN
  }
}
