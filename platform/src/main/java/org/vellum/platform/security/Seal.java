package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that must be read again, by AES-256 in GCM (NIST SP 800-38D). The key is derived
 * from the operator's secret, so that a copy of the database alone opens none; each secret is bound
 * to what it belongs to, so that it opens under nothing else.
 */
public final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param operatorsSecret from which the key is derived
   * @param purpose sets this key apart from those of other purposes
   */
  public Seal(String operatorsSecret, String purpose) {
    this.key = new SecretKeySpec(KeyedHash.of(operatorsSecret, purpose), "AES");
  }

  /** Seals a secret for what it belongs to: a nonce of 12 bytes, then the sealed bytes. */
  public byte[] close(UUID owner, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret.getBytes(UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  /** Opens a secret; empty if it was sealed by another key, for another owner, or was changed. */
  public Optional<String> open(UUID owner, byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] encrypted = new byte[sealed.length - NONCE_BYTES];
    ByteBuffer.wrap(sealed).get(nonce).get(encrypted);
    try {
      byte[] secret = cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(encrypted);
      return Optional.of(new String(secret, UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, UUID owner, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.toString().getBytes(UTF_8));
    return cipher;
  }
}
