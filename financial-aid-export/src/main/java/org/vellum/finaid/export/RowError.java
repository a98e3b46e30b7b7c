package org.vellum.finaid.export;

/**
 * Why a record is not in the package, or is with a warning.
 *
 * @param code the condition
 * @param severity what follows from it
 * @param entity the kind of record
 * @param key the record's identifier
 * @param field the column
 * @param message in words, without the value, which may be about a person
 * @param citation the section, or nothing
 */
public record RowError(
    String code,
    Severity severity,
    String entity,
    String key,
    String field,
    String message,
    String citation) {

  /** What follows. */
  public enum Severity {
    /** The record is rejected. */
    ROW,
    /** The record is exported, and somebody should look. */
    WARN
  }
}
