package org.vellum.competency.lti;

import jakarta.inject.Inject;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.oauth.ClientSignatures;
import org.vellum.platform.oauth.OAuthClients;
import org.vellum.platform.usecase.Component;

/**
 * Says whether a tool signed something. Its keys may have to be fetched: never in a transaction.
 */
@Component
public class ToolKeys {
  private final OAuthClients clients;
  private final ClientSignatures signatures;

  @Inject
  public ToolKeys(OAuthClients clients, ClientSignatures signatures) {
    this.clients = clients;
    this.signatures = signatures;
  }

  /** Whether a key of the tool signed the token. */
  public boolean signed(SignedToken token, String clientId) {
    return clients
        .find(clientId)
        .filter(client -> client.disabledAt().isEmpty())
        .filter(client -> signatures.signed(token, client))
        .isPresent();
  }
}
