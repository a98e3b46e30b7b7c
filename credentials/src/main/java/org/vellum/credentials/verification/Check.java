package org.vellum.credentials.verification;

import java.util.List;
import java.util.Set;

/**
 * The outcome of one kind of check on one credential.
 *
 * @param kind what was checked
 * @param verdict the outcome
 * @param findings what was found; a valid check may carry remarks and warnings
 */
public record Check(Kind kind, Verdict verdict, List<Finding> findings) {
  private static final Set<Kind> ALWAYS =
      Set.of(Kind.DOCUMENT, Kind.ISSUER, Kind.PROOF, Kind.VALIDITY, Kind.STATUS);

  /** Copies the findings. */
  public Check {
    findings = List.copyOf(findings);
  }

  /**
   * Whether there is anything to tell: every credential has a form, an issuer, a proof, dates and a
   * status; the other checks are of what only some credentials have.
   */
  public boolean isToldOf() {
    return ALWAYS.contains(kind) || !findings.isEmpty();
  }

  /** What is checked, in this order. */
  public enum Kind {
    /** It parses and has the structure of its type. */
    DOCUMENT,
    /** It follows the schemas that it names itself. */
    SCHEMA,
    /** Its words are known here, so that they mean what its issuer meant. */
    CONTEXT,
    /**
     * The key that signed belongs to the issuer that is named; of a presentation, to its holder.
     */
    ISSUER,
    /** The signature covers the document as it is. */
    PROOF,
    /** It holds at the instant asked for. */
    VALIDITY,
    /** It was not revoked or suspended. */
    STATUS,
    /** Its issuer offers a newer one. */
    REFRESH,
    /** The credentials inside it hold. */
    CREDENTIALS,
    /** Others speak for it. */
    ENDORSEMENTS,
    /** What it points to as evidence is as it was when it was signed. */
    EVIDENCE
  }
}
