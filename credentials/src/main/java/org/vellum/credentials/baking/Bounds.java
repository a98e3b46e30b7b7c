package org.vellum.credentials.baking;

/** How much of a picture is read. */
final class Bounds {
  /** The largest PNG, in bytes. It is never held in memory when it comes as a stream. */
  static final int PNG_BYTES = 64_000_000;

  /** The largest SVG, in bytes; it is held as a tree. */
  static final int SVG_BYTES = 10_000_000;

  /** The largest credential, in bytes, also after inflation. */
  static final int CREDENTIAL_BYTES = 10_000_000;

  /** The deepest nesting of elements in an SVG. */
  static final int SVG_DEPTH = 256;

  private Bounds() {}
}
