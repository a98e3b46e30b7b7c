package org.vellum.credentials.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.vellum.credentials.key.SignatureAlgorithm;

/** What is signed: the hash of the options, then the hash of the document. */
final class Hashes {
  private Hashes() {}

  /**
   * Both hashes (VC-DI-EDDSA, section 3.2.4; VC-DI-ECDSA, section 3.2.4): SHA-384 for keys on
   * P-384, SHA-256 for all others.
   */
  static byte[] of(SignatureAlgorithm algorithm, byte[] options, byte[] document) {
    MessageDigest digest = digest(algorithm);
    byte[] first = digest.digest(options);
    byte[] second = digest.digest(document);
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The name of the hash that goes with a key. */
  static String name(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ES384 ? "SHA-384" : "SHA-256";
  }

  private static MessageDigest digest(SignatureAlgorithm algorithm) {
    try {
      return MessageDigest.getInstance(name(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256 and SHA-384", e);
    }
  }
}
