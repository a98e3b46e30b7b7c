package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Clock;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Takes a system's access away, at once. */
@UseCase
public class DisableClient {
  private final OAuthClients clients;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public DisableClient(OAuthClients clients, AuditLog audit, Clock clock) {
    this.clients = clients;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Disables a client: it gets no more tokens, and those that it has are worthless.
   *
   * @return false if there is none with this identifier, or it is disabled already
   */
  public boolean disable(String actor, String clientId) {
    boolean disabled = clients.disable(clientId, clock.instant());
    if (disabled) {
      audit.record(AuditEntry.of(actor, "client-disabled", clientId));
    }
    return disabled;
  }
}
