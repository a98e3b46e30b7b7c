package org.vellum.credentials.jsonld;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What may be signed as an IRI. */
final class Iri {
  /**
   * A scheme and at least one more character, none of them excluded by the grammar of N-Quads
   * (IRIREF), so that no processor drops or rewrites it.
   */
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\\\x7f-\\xa0]+");

  private static final byte LETTER = 1;
  private static final byte LATER_IN_SCHEME = 2;
  private static final byte ELSEWHERE = 4;
  private static final byte[] CHARACTERS = characters();

  private Iri() {}

  /**
   * Whether a text may be signed as an IRI: by the grammar, and by what the processor behind the
   * checks takes for one, because it drops whatever is said of anything else.
   */
  static boolean isAbsolute(String text) {
    if (!ABSOLUTE.matcher(text).matches()) {
      return false;
    }
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Whether a text is an absolute IRI that no implementation takes for anything else: a URI (RFC
   * 3986) without brackets, without escapes and without a second fragment, with something behind
   * its scheme that is neither a fragment nor an empty authority.
   */
  static boolean isOrdinary(String text) {
    int colon = text.indexOf(':');
    int length = text.length();
    if (colon <= 0 || colon + 1 == length || !isScheme(text, colon)) {
      return false;
    }
    boolean fragment = false;
    for (int i = colon + 1; i < length; i++) {
      char c = text.charAt(i);
      if (c >= CHARACTERS.length || CHARACTERS[c] == 0 || (c == '#' && fragment)) {
        return false;
      }
      fragment |= c == '#';
    }
    char first = text.charAt(colon + 1);
    return text.startsWith("//", colon + 1)
        ? colon + 3 < length && (CHARACTERS[text.charAt(colon + 3)] & LATER_IN_SCHEME) != 0
        : first != '#' && first != '?';
  }

  private static boolean isScheme(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      int wanted = i == 0 ? LETTER : LATER_IN_SCHEME;
      if (c >= CHARACTERS.length || (CHARACTERS[c] & wanted) == 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] characters() {
    byte[] characters = new byte[0x80];
    for (char c = 'a'; c <= 'z'; c++) {
      characters[c] = LETTER | LATER_IN_SCHEME | ELSEWHERE;
      characters[Character.toUpperCase(c)] = LETTER | LATER_IN_SCHEME | ELSEWHERE;
    }
    for (char c : "0123456789+.-".toCharArray()) {
      characters[c] = LATER_IN_SCHEME | ELSEWHERE;
    }
    for (char c : "_~:/?#@!$&'()*,;=".toCharArray()) {
      characters[c] = ELSEWHERE;
    }
    return characters;
  }
}
