package org.vellum.credentials.jsonld;

import java.util.regex.Pattern;

/** What may be signed as an IRI. */
final class Iri {
  /**
   * A scheme and at least one more character, none of them excluded by the grammar of N-Quads
   * (IRIREF), so that no processor drops or rewrites it.
   */
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\\\x7f-\\xa0]+");

  private Iri() {}

  static boolean isAbsolute(String text) {
    return ABSOLUTE.matcher(text).matches();
  }
}
