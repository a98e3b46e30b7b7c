package org.vellum.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Binds each entry to all before it: HMAC-SHA256 (RFC 2104) over the last hash and the entry. */
final class AuditChain {
  private final SecretKeySpec key;

  AuditChain(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
  }

  /** The hash of an entry that follows one with the given hash. */
  byte[] next(byte[] previous, AuditRow row) {
    return hash(
        previous,
        List.of(
            Long.toString(row.position()),
            row.recordedAt().toString(),
            row.actor(),
            row.action(),
            row.subject(),
            row.details()));
  }

  /** What marks an entry as the last: it can be made only by who knows the secret. */
  byte[] seal(long position, byte[] hash) {
    return hash(hash, List.of("last", Long.toString(position)));
  }

  private byte[] hash(byte[] previous, List<String> parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(previous);
      // Each part is led by its length, so that no two entries are the same bytes.
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
