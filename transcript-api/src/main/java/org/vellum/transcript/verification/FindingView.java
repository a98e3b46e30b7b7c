package org.vellum.transcript.verification;

/**
 * One thing found, as it is told.
 *
 * @param code stable name of the kind of finding
 * @param place JSON pointer into the document, or {@code line:column} where it could not be parsed
 * @param where the same place for a person
 * @param message one sentence
 */
public record FindingView(String code, String place, String where, String message) {}
