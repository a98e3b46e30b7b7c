package org.vellum.transcript.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.TranscriptConfiguration;

/**
 * Makes the secret tokens of links and keeps them: hashed to recognise one, and encrypted (AES-256
 * in GCM, NIST SP 800-38D) so that the learner can copy the link again.
 */
@Component
public class ShareLinks {
  private static final int TOKEN_BYTES = 24;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Ids ids;
  private final PlatformConfiguration platform;
  private final SecretKeySpec key;

  @Inject
  public ShareLinks(
      Ids ids, PlatformConfiguration platform, TranscriptConfiguration configuration) {
    this.ids = ids;
    this.platform = platform;
    this.key = new SecretKeySpec(hmac(configuration.keySecret(), "share-link"), "AES");
  }

  /** A new token; nobody can guess it. */
  String token() {
    return ids.secret(TOKEN_BYTES);
  }

  /** The address of the share that has a token. */
  URI address(String token) {
    return platform.address("/shares/" + token);
  }

  /** What a token is recognised by. It is random and long, so a plain hash tells nothing of it. */
  static byte[] hash(String token) {
    return SecretHash.sha256(token);
  }

  /** A token encrypted for the share that it belongs to. */
  byte[] seal(UUID share, String token) {
    byte[] nonce = Arrays.copyOf(Base64.getUrlDecoder().decode(ids.secret(16)), NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, share, nonce).doFinal(token.getBytes(UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  /**
   * The token that was sealed; empty if it was sealed under another secret or for another share.
   */
  Optional<String> open(UUID share, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] encrypted = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    try {
      byte[] token = cipher(Cipher.DECRYPT_MODE, share, nonce).doFinal(encrypted);
      return Optional.of(new String(token, UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, UUID share, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(share.toString().getBytes(UTF_8));
    return cipher;
  }

  /** HMAC-SHA256 (RFC 2104), which also derives the keys of this feature from the one secret. */
  static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
