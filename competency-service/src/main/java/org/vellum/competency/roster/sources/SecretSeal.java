package org.vellum.competency.roster.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/**
 * Seals the secrets of our clients at other systems by AES-256-GCM (NIST SP 800-38D). The key is
 * derived from the operator's secret, so that a copy of the database alone opens none; each is
 * bound to its source, so that it opens under no other.
 */
@Component
public class SecretSeal {
  private static final String PURPOSE = "vellum secrets of sources, version 1";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public SecretSeal(PlatformConfiguration configuration) {
    this.key = key(configuration.auditSecret());
  }

  /** Seals a secret for a source. */
  byte[] seal(UUID source, String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, source, nonce, secret.getBytes(UTF_8));
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return all;
  }

  /**
   * Opens the secret of a source.
   *
   * @throws IllegalStateException if it was sealed under another key or for another source
   */
  String open(UUID source, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    byte[] secret =
        run(
            Cipher.DECRYPT_MODE,
            source,
            nonce,
            Arrays.copyOfRange(sealed, Math.min(NONCE, sealed.length), sealed.length));
    return new String(secret, UTF_8);
  }

  private byte[] run(int mode, UUID source, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(source.toString().getBytes(UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the secret of a source cannot be opened; was the operator's secret changed?", e);
    }
  }

  private static SecretKeySpec key(String operatorsSecret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(operatorsSecret.getBytes(UTF_8), "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
