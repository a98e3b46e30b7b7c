package org.vellum.credentials.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.vellum.credentials.key.SignatureAlgorithm;

/** What is signed: the hash of the options, then the hash of the document. */
final class Hashes {
  private Hashes() {}

  /** Both hashes (VC-DI-EDDSA, section 3.2.4; VC-DI-ECDSA, section 3.2.4). */
  static byte[] join(byte[] options, byte[] document) {
    byte[] both = Arrays.copyOf(options, options.length + document.length);
    System.arraycopy(document, 0, both, options.length, document.length);
    return both;
  }

  /** A hash in words: its algorithm and its digits. */
  static String text(SignatureAlgorithm algorithm, byte[] hash) {
    String name = algorithm == SignatureAlgorithm.ES384 ? "sha384:" : "sha256:";
    return name + HexFormat.of().formatHex(hash);
  }

  /** SHA-384 for keys on P-384, SHA-256 for all others. */
  static MessageDigest digest(SignatureAlgorithm algorithm) {
    try {
      return MessageDigest.getInstance(
          algorithm == SignatureAlgorithm.ES384 ? "SHA-384" : "SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256 and SHA-384", e);
    }
  }
}
