package org.vellum.credentials.openbadges2;

/**
 * One thing found while an assertion was checked.
 *
 * @param weight what it means for a verdict
 * @param code a stable name, such as {@code revoked}
 * @param place the JSON pointer of the spot in the assertion with its BadgeClass and its issuer
 *     inside, such as {@code /badge/issuer/publicKey}; {@code header:} and a pointer for the header
 *     of a signed one; {@code line:column} behind it if that part is no JSON
 * @param message a sentence for people, without the content of the assertion
 */
public record AssertionFinding(Weight weight, String code, String place, String message) {

  /** What a finding means for a verdict, worst first. */
  public enum Weight {
    /** The assertion must not be believed. */
    INVALID,
    /** Something was not to be had; the assertion may be sound. */
    UNCHECKED,
    /** A rule is broken that has no bearing on who awarded what to whom. */
    BREACH,
    /** Worth saying, and no fault. */
    REMARK
  }
}
