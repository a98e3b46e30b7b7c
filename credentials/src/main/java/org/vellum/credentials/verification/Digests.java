package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.key.Multibase;

/**
 * The digests by which a credential binds what lies elsewhere (VCDM 2.0, section 5.3 Integrity of
 * Related Resources): {@code digestSRI} (Subresource Integrity) and {@code digestMultibase} (a
 * multihash).
 */
final class Digests {
  private static final Map<String, String> SRI =
      Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

  /** Multihash codes of one byte, by the length of the hash in the next. */
  private static final Map<Integer, String> MULTIHASH =
      Map.of(0x12, "SHA-256", 0x20, "SHA-384", 0x13, "SHA-512");

  private Digests() {}

  /** Whether something is bound by a digest at all. */
  static boolean binds(JsonNode resource) {
    return resource.has("digestSRI") || resource.has("digestMultibase");
  }

  /** Whether any digest is of other bytes, or unreadable. */
  static boolean disagree(JsonNode resource, byte[] body) {
    boolean sri = resource.has("digestSRI") && !sri(resource.path("digestSRI").asText(), body);
    boolean multibase =
        resource.has("digestMultibase")
            && !multihash(resource.path("digestMultibase").asText(), body);
    return sri || multibase;
  }

  /** Several hashes stand between spaces; one that fits is enough. */
  private static boolean sri(String written, byte[] body) {
    for (String one : written.strip().split("\\s+", 10)) {
      int dash = one.indexOf('-');
      String name = dash < 0 ? null : SRI.get(one.substring(0, dash));
      if (name != null && equal(decode(one.substring(dash + 1)), digest(name, body))) {
        return true;
      }
    }
    return false;
  }

  private static boolean multihash(String written, byte[] body) {
    byte[] coded;
    try {
      coded =
          written.startsWith("u")
              ? Base64.getUrlDecoder().decode(written.substring(1))
              : Multibase.decode(written);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String name = coded.length < 2 ? null : MULTIHASH.get((int) coded[0]);
    if (name == null) {
      return false;
    }
    byte[] hash = Arrays.copyOfRange(coded, 2, coded.length);
    return coded[1] == hash.length && MessageDigest.isEqual(hash, digest(name, body));
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean equal(Optional<byte[]> written, byte[] computed) {
    return written.filter(hash -> MessageDigest.isEqual(hash, computed)).isPresent();
  }

  private static byte[] digest(String name, byte[] body) {
    try {
      return MessageDigest.getInstance(name).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }
}
