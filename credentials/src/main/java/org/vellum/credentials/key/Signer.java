package org.vellum.credentials.key;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that signs, wherever it lives: in memory, in a PKCS #12 file, in a PKCS #11 token, or with
 * a service far away. Whoever signs asks for no more than this, so the secret half need not be
 * here.
 */
public interface Signer {

  /** How this key signs. */
  SignatureAlgorithm algorithm();

  /** The URL under which verifiers find the public half: the controller, {@code #}, a fragment. */
  String verificationMethod();

  /** The public half. */
  PublicKey publicKey();

  /** The certificates of the key, its own first; none if it has none. */
  List<X509Certificate> certificates();

  /**
   * Signs the bytes as they are; what the algorithm hashes is hashed in here.
   *
   * @return the signature as JOSE writes it: of ECDSA {@code r} and {@code s} in fixed width (IEEE
   *     P1363), never DER
   * @throws IllegalStateException if the key does not answer, or not with a signature of its own
   */
  byte[] sign(byte[] data);

  /** The DID or URL before the fragment: who speaks for the key. */
  default String controller() {
    String method = verificationMethod();
    return method.substring(0, method.indexOf('#'));
  }
}
