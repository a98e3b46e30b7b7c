package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Clock;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.security.AccessTokens;
import org.vellum.platform.usecase.UseCase;

/** Takes a system's access away, at once. */
@UseCase
public class DisableClient {
  private final OAuthClients clients;
  private final AccessTokens tokens;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public DisableClient(OAuthClients clients, AccessTokens tokens, AuditLog audit, Clock clock) {
    this.clients = clients;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Disables a client: it gets no more tokens, and those that it has are worthless, here at once
   * and on other nodes as soon as they look them up again.
   *
   * @return false if there is none with this identifier, or it is disabled already
   */
  public boolean disable(String actor, String clientId) {
    tokens.doubt(clientId);
    boolean disabled = clients.disable(clientId, clock.instant());
    if (disabled) {
      audit.record(AuditEntry.of(actor, "client-disabled", clientId));
    }
    return disabled;
  }
}
