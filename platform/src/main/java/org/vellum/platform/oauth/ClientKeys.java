package org.vellum.platform.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.vellum.platform.jose.PublicKeys;

/**
 * The keys that a client names when it is registered (RFC 7591, section 2, {@code jwks} or {@code
 * jwks_uri}).
 *
 * @param text a JWK Set, or the address where it is published
 */
public record ClientKeys(String text) {
  private static final int LONGEST_ADDRESS = 1_000;

  /** What is kept of them: the public halves, or the address; empty if it is neither. */
  Optional<OAuthClient.Proof> proof() {
    if (text.stripLeading().startsWith("{")) {
      return PublicKeys.parse(text).map(keys -> new OAuthClient.Proof.Keys(keys.json()));
    }
    return isAddress(text.strip())
        ? Optional.of(new OAuthClient.Proof.KeysAt(text.strip()))
        : Optional.empty();
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= LONGEST_ADDRESS
          && uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
