package org.vellum.credentials.elmo;

/** The words of ELMO. */
final class Elmo {
  /** Versions 1.x, 1.7 and 2.0 all have this namespace. */
  static final String NAMESPACE = "https://github.com/emrex-eu/elmo-schemas/tree/v1";

  /** The type of the identifiers that are URIs; ELMO leaves types free. */
  static final String URI = "uri";

  /** ELMO's name for an identifier that the institution gave. */
  static final String LOCAL = "local";

  private Elmo() {}
}
