package org.vellum.transcript.verification;

/**
 * One thing found, as it is told.
 *
 * @param severity {@code error}, {@code could-not-be-checked}, {@code warning} or {@code remark}
 * @param code stable name of the kind of finding
 * @param place JSON pointer into the document, or {@code line:column} where it could not be parsed
 * @param where the same place for a person
 * @param message one sentence
 * @param type the URL by which a standard knows this problem; empty if none does
 */
public record FindingView(
    String severity, String code, String place, String where, String message, String type) {}
