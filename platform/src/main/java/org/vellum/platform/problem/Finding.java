package org.vellum.platform.problem;

/**
 * One fault in what was sent, with its place.
 *
 * @param severity how grave it is
 * @param code stable name of the kind of fault, in lower case with hyphens
 * @param place a JSON pointer (RFC 6901) into a JSON document, or {@code file.csv:line:column} with
 *     the line counted from 1 and the column's name
 * @param message one sentence for a person
 */
public record Finding(Severity severity, String code, String place, String message) {

  public static Finding error(String code, String place, String message) {
    return new Finding(Severity.ERROR, code, place, message);
  }

  public static Finding warning(String code, String place, String message) {
    return new Finding(Severity.WARNING, code, place, message);
  }

  public static Finding note(String code, String place, String message) {
    return new Finding(Severity.NOTE, code, place, message);
  }
}
