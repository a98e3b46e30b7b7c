package org.vellum.credentials.jsonld;

/** A document is beyond the compiled walk. Cheap to throw: it says no more than that. */
final class GaveUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GaveUp() {
    super("beyond the compiled walk", null, false, false);
  }
}
