package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.vellum.platform.time.Ids;

/**
 * Keeps a secret so that it can be recognised and not be read: what a person chose by PBKDF2 (RFC
 * 8018, section 5.2), what we made of chance by SHA-256.
 */
public final class SecretHash {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int ITERATIONS = 210_000;
  private static final int BITS = 256;
  private static final String RANDOM = "sha256:";

  private SecretHash() {}

  /** What is kept of a secret: {@code pbkdf2:<iterations>:<salt>:<hash>}. */
  public static String of(String secret, Ids ids) {
    String salt = ids.secret(16);
    return "pbkdf2:" + ITERATIONS + ":" + salt + ":" + derive(secret, salt, ITERATIONS);
  }

  /**
   * What is kept of a secret that we made ourselves of at least 256 random bits: {@code
   * sha256:<hash>}. Nobody can guess such a secret, so a slow hash would only let strangers keep
   * the server busy with wrong ones.
   */
  public static String ofRandom(String secret) {
    return RANDOM + Base64.getEncoder().encodeToString(sha256(secret));
  }

  /** Whether this is the secret of which {@code kept} was kept; takes as long if it is not. */
  public static boolean matches(String secret, String kept) {
    if (kept.startsWith(RANDOM)) {
      return MessageDigest.isEqual(sha256(secret), bytes(kept.substring(RANDOM.length())));
    }
    String[] parts = kept.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a kept secret");
    }
    String derived = derive(secret, parts[2], Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(bytes(derived), bytes(parts[3]));
  }

  /**
   * What a secret of chance is recognised by, or what names something too long to keep: its SHA-256
   * (FIPS 180-4), 32 bytes, of the text in UTF-8.
   */
  public static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
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
