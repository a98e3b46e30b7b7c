package org.vellum.credentials.xmldsig;

/** How much a signature says beside the signature itself. */
public enum Profile {
  /** XMLDSig alone. */
  XMLDSIG,
  /**
   * XAdES baseline B-B (ETSI EN 319 132-1, table 2): when it was signed, with which certificate,
   * and what kind of document.
   */
  XADES_B_B
}
