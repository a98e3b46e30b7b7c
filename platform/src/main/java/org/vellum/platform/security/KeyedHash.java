package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104): what nobody can reckon who does not know the key. It marks what we hand
 * out as ours, gives pseudonyms, and derives a key for one purpose from the operator's secret.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private KeyedHash() {}

  /**
   * The code of some bytes.
   *
   * @param key a secret, best led by what it is used for here, so that no two purposes share a key
   * @param parts are taken one after the other; where one ends does not count
   * @return 32 bytes
   */
  public static byte[] of(String key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The code of a text in UTF-8; see {@link #of(String, byte[]...)}. */
  public static byte[] of(String key, String text) {
    return of(key, text.getBytes(UTF_8));
  }
}
