package org.vellum.credentials.proof;

import java.util.List;
import org.vellum.credentials.jsonld.Refusal;

/** The outcome of checking one proof against one key. */
public sealed interface ProofResult {

  /**
   * The key signed exactly this document.
   *
   * @param digest {@code sha256:} or {@code sha384:} and the hexadecimal hash of the document's
   *     canonical form without its proofs, as the signature covers it; empty if the suite signs
   *     other things than one hash
   */
  record Genuine(String digest) implements ProofResult {}

  /** The key did not sign this document as it is now. */
  record Forged() implements ProofResult {}

  /**
   * The proof is not one of this suite.
   *
   * @param message what is wrong with it
   */
  record Malformed(String message) implements ProofResult {}

  /**
   * The document has no canonical form that could be trusted.
   *
   * @param refusals why, and where
   */
  record NotCanonical(List<Refusal> refusals) implements ProofResult {}
}
