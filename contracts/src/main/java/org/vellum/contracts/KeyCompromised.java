package org.vellum.contracts;

import java.time.Instant;

/**
 * A key of the issuer is compromised: nothing that it signed then or later is to be believed. The
 * earliest instant that was announced counts.
 *
 * @param verificationMethod the key, as proofs name it (Data Integrity 1.0, verificationMethod)
 * @param since the earliest instant at which it may have been in foreign hands
 */
public record KeyCompromised(String verificationMethod, Instant since) implements CredentialEvent {

  @Override
  public String subject() {
    return "key:" + verificationMethod;
  }
}
