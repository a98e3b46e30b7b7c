package org.vellum.platform.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.vellum.platform.time.Ids;

/** Keeps a secret so that it can be recognised and not be read: PBKDF2 (RFC 8018, section 5.2). */
public final class SecretHash {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int ITERATIONS = 210_000;
  private static final int BITS = 256;

  private SecretHash() {}

  /** What is kept of a secret: {@code pbkdf2:<iterations>:<salt>:<hash>}. */
  public static String of(String secret, Ids ids) {
    String salt = ids.secret(16);
    return "pbkdf2:" + ITERATIONS + ":" + salt + ":" + derive(secret, salt, ITERATIONS);
  }

  /** Whether this is the secret of which {@code kept} was kept; takes as long if it is not. */
  public static boolean matches(String secret, String kept) {
    String[] parts = kept.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a kept secret");
    }
    String derived = derive(secret, parts[2], Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(bytes(derived), bytes(parts[3]));
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static String derive(String secret, String salt, int iterations) {
    try {
      PBEKeySpec spec =
          new PBEKeySpec(
              secret.toCharArray(), Base64.getUrlDecoder().decode(salt), iterations, BITS);
      byte[] key = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
      return Base64.getEncoder().encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
