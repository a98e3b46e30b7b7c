package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import org.vellum.platform.usecase.UseCase;

/**
 * Sees to it that there is a key that signs and that it opens, so that a wrong secret is found when
 * the server starts and not when the first record is published.
 */
@UseCase
public class PrepareSigningKey {
  private final Signer signer;

  @Inject
  public PrepareSigningKey(Signer signer) {
    this.signer = signer;
  }

  /**
   * Prepares the key.
   *
   * @return its verification method
   * @throws IllegalArgumentException if the configured secret does not open the key
   */
  public String prepare() {
    return signer.key().verificationMethod();
  }
}
