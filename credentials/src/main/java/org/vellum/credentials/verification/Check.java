package org.vellum.credentials.verification;

import java.util.List;

/**
 * The outcome of one kind of check on one credential.
 *
 * @param kind what was checked
 * @param verdict the outcome
 * @param findings what was found; a valid check may carry notes
 */
public record Check(Kind kind, Verdict verdict, List<Finding> findings) {
  /** Copies the findings. */
  public Check {
    findings = List.copyOf(findings);
  }

  /** What is checked, in this order. */
  public enum Kind {
    /** It parses and has the structure of its type. */
    DOCUMENT,
    /** The key that signed belongs to the issuer that is named. */
    ISSUER,
    /** The signature covers the document as it is. */
    PROOF,
    /** It holds at the instant asked for. */
    VALIDITY,
    /** It was not revoked or suspended. */
    STATUS
  }
}
