package org.vellum.credentials.jose;

/**
 * One thing found in a token.
 *
 * @param weight what it means for a verdict
 * @param code a stable name of the fault
 * @param place where it is: {@code header:} or {@code payload:} and a JSON pointer, {@code
 *     line:column} behind it if that part is no JSON, or empty for the token as a whole
 * @param message a sentence for people, without the content of the credential
 */
public record JwtFinding(Weight weight, String code, String place, String message) {

  /** What a finding means for a verdict, worst first. */
  public enum Weight {
    /** The token must not be believed, whoever signed it. */
    INVALID,
    /** The token breaks a rule of its profile that has no bearing on who signed what. */
    BREACH,
    /** Worth saying, and no fault. */
    REMARK
  }
}
