package org.vellum.credentials.jose;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The three parts of a JWS in compact serialization (RFC 7515, section 7.1), decoded in the only
 * way: base64url without padding, without white space, and without bits set that mean nothing, so
 * that one signature never has two spellings.
 *
 * @param header the header, of which nothing is known yet
 * @param payload what was signed
 * @param signature the signature
 * @param signingInput the bytes that are signed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
public record CompactJws(byte[] header, byte[] payload, byte[] signature, byte[] signingInput) {

  /** Takes a token apart; none if it has not three parts, or one of them is spelt otherwise. */
  public static Optional<CompactJws> parse(String compact) {
    List<String> parts = List.of(compact.split("\\.", -1));
    if (parts.size() != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CompactJws(
              decode(parts.get(0)),
              decode(parts.get(1)),
              decode(parts.get(2)),
              compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the private half of this key made the signature. The algorithm is the key's own: a
   * header that names another is never obeyed.
   *
   * @param alg the algorithm that the header names
   */
  boolean isSignedBy(PublicKey key, String alg) {
    return SignatureAlgorithm.of(key)
        .filter(algorithm -> Algorithms.named(alg).filter(algorithm::equals).isPresent())
        .filter(algorithm -> algorithm.verify(key, signingInput, signature))
        .isPresent();
  }

  /** Base64url without padding. */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not the one spelling of these bytes");
    }
    return bytes;
  }
}
