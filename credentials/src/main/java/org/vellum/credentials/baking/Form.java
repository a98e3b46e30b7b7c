package org.vellum.credentials.baking;

import java.util.regex.Pattern;

/** In which form a credential was baked. */
public enum Form {
  /** A JSON object. */
  JSON,
  /** A JWS in compact serialisation (RFC 7515, section 3.1). */
  COMPACT_JWS,
  /** The address of a hosted assertion, as Open Badges before 1.1 baked it. */
  ADDRESS,
  /** None of these. */
  UNKNOWN;

  // Possessive, so that a long text cannot make it try twice.
  private static final Pattern JWS =
      Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

  /** The form of a text, by its first look. */
  public static Form of(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("{")) {
      return JSON;
    }
    if (JWS.matcher(trimmed).matches()) {
      return COMPACT_JWS;
    }
    return trimmed.startsWith("https://") || trimmed.startsWith("http://") ? ADDRESS : UNKNOWN;
  }
}
