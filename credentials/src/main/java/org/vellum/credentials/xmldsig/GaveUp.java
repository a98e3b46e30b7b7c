package org.vellum.credentials.xmldsig;

/** A document is beyond the scan; nothing is said of whether it is good. */
final class GaveUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GaveUp() {
    super(null, null, false, false);
  }
}
