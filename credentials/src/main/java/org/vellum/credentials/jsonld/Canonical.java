package org.vellum.credentials.jsonld;

import java.util.List;

/** The outcome of canonicalising a document. */
public sealed interface Canonical {

  /**
   * The canonical N-Quads.
   *
   * @param nquads the lines in UTF-8, each with its line feed
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a hash, never compared
  record Form(byte[] nquads) implements Canonical {}

  /**
   * The document has no canonical form that could be trusted.
   *
   * @param refusals at least one reason
   */
  record Refused(List<Refusal> refusals) implements Canonical {
    /** Copies the reasons. */
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
