package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Gives a client that proves itself by keys other ones; a set may hold the old and the new. */
@UseCase
public class ChangeKeys {
  private final OAuthClients clients;
  private final AuditLog audit;

  @Inject
  ChangeKeys(OAuthClients clients, AuditLog audit) {
    this.clients = clients;
    this.audit = audit;
  }

  /**
   * Changes them.
   *
   * @return false if the keys are none, or there is no such client, or it has a secret
   */
  public boolean change(String actor, String clientId, ClientKeys keys) {
    Optional<OAuthClient.Proof> proof = keys.proof();
    boolean changed = proof.isPresent() && clients.changeKeys(clientId, proof.get());
    if (changed) {
      audit.record(AuditEntry.of(actor, "client-keys-changed", clientId));
    }
    return changed;
  }
}
