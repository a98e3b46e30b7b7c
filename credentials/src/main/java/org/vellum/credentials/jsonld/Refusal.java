package org.vellum.credentials.jsonld;

/**
 * Why a document has no canonical form that could be trusted.
 *
 * @param reason what it means for a verdict
 * @param code a stable name of the fault
 * @param place the JSON pointer of the fault
 * @param message a sentence for people
 */
public record Refusal(Reason reason, String code, String place, String message) {

  /** What a refusal means for a verdict. */
  public enum Reason {
    /** The document says something that no signature would cover. */
    UNSIGNED_DATA,
    /** The document may be sound, but is beyond what is processed here. */
    NOT_SUPPORTED
  }
}
