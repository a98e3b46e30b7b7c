package org.vellum.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.vellum.platform.security.KeyedHash;

/** Binds each entry to all before it: HMAC-SHA256 (RFC 2104) over the last hash and the entry. */
final class AuditChain {
  private final String secret;

  AuditChain(String secret) {
    this.secret = secret;
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
    List<byte[]> all = new ArrayList<>(List.of(previous));
    // Each part is led by its length, so that no two entries are the same bytes.
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      all.add(ByteBuffer.allocate(4).putInt(bytes.length).array());
      all.add(bytes);
    }
    return KeyedHash.of(secret, all.toArray(byte[][]::new));
  }
}
