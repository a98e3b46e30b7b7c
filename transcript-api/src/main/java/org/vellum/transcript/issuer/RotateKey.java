package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Retires the key that signs and makes a new one. What the old one signed stays valid. */
@UseCase
public class RotateKey {
  private final Issuer issuer;
  private final SigningKeys keys;
  private final Signer signer;
  private final AuditLog audit;

  @Inject
  public RotateKey(Issuer issuer, SigningKeys keys, Signer signer, AuditLog audit) {
    this.issuer = issuer;
    this.keys = keys;
    this.signer = signer;
    this.audit = audit;
  }

  /**
   * Rotates.
   *
   * @param actor the administrator
   * @return verification method of the new key
   */
  public String rotate(String actor) {
    keys.findSigning(issuer.did())
        .ifPresent(retired -> {
          keys.retire(retired);
          audit.record(AuditEntry.of(actor, "key-retired", retired));
        });
    return signer.create(actor).verificationMethod();
  }
}
