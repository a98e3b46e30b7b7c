package org.vellum.credentials.key;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A key that lives elsewhere: with a signing service, a smart card, a person with a laptop. What
 * comes back is believed only if it verifies, so a service that answers with another key's
 * signature, or with DER, is found before a credential leaves the house.
 */
public final class RemoteKey implements Signer {
  private final SignatureAlgorithm algorithm;
  private final String verificationMethod;
  private final PublicKey publicKey;
  private final List<X509Certificate> certificates;
  private final UnaryOperator<byte[]> service;

  /**
   * A key behind a service.
   *
   * @param verificationMethod the controller, {@code #}, a fragment
   * @param publicKey the public half; it decides the algorithm
   * @param certificates its chain, its own first; may be empty
   * @param service takes the bytes to sign and returns the signature, of ECDSA as {@code r} and
   *     {@code s} in fixed width
   * @throws IllegalArgumentException if the key is of no kind that signs credentials
   */
  public RemoteKey(
      String verificationMethod,
      PublicKey publicKey,
      List<X509Certificate> certificates,
      UnaryOperator<byte[]> service) {
    if (verificationMethod.indexOf('#') < 1) {
      throw new IllegalArgumentException("a verification method is controller#key");
    }
    this.algorithm =
        SignatureAlgorithm.of(publicKey)
            .orElseThrow(() ->
                new IllegalArgumentException("no credential is signed with keys of this kind"));
    this.verificationMethod = verificationMethod;
    this.publicKey = publicKey;
    this.certificates = List.copyOf(certificates);
    this.service = service;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public String verificationMethod() {
    return verificationMethod;
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public List<X509Certificate> certificates() {
    return certificates;
  }

  @Override
  public byte[] sign(byte[] data) {
    byte[] signature = service.apply(data.clone());
    if (!algorithm.verify(publicKey, data, signature)) {
      throw new IllegalStateException("not a signature of " + verificationMethod);
    }
    return signature;
  }

  /** Names the key. */
  @Override
  public String toString() {
    return "RemoteKey[" + verificationMethod + "]";
  }
}
