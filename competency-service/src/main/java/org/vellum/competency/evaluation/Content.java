package org.vellum.competency.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vellum.platform.persistence.Jsonb;

/**
 * What was sent, all of it, and what tells it from other content.
 *
 * @param json as it was sent
 * @param digest SHA-256 of a canonical form, in hexadecimal: the same for the same content, however
 *     it was written
 */
public record Content(Jsonb json, String digest) {

  /**
   * Content with the digest of its canonical form.
   *
   * @param canonical a text that is the same for all ways of writing the same content
   */
  public static Content of(Jsonb json, String canonical) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return new Content(json, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] digestBytes() {
    return HexFormat.of().parseHex(digest);
  }
}
