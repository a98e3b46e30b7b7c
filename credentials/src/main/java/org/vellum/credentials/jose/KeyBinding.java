package org.vellum.credentials.jose;

import java.security.PublicKey;

/** What a token's header says of the key that signed it. */
public sealed interface KeyBinding {

  /**
   * A name to look up, relative to {@code iss} if it is no URL (VC-JOSE-COSE, section 4.1).
   *
   * @param kid the name
   */
  record ByName(String kid) implements KeyBinding {}

  /**
   * The key itself. It proves that the holder of this key signed, and nothing about the issuer:
   * whose it is must be learned elsewhere, from the issuer's documents or a list of trusted keys.
   *
   * @param key the key
   * @param kid the name beside it, or empty
   */
  record ByKey(PublicKey key, String kid) implements KeyBinding {}

  /** The header tells nothing that could be used. */
  record Absent() implements KeyBinding {}
}
