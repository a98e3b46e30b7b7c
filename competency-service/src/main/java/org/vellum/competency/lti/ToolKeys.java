package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.net.URI;
import org.vellum.platform.jose.PublicKeys;
import org.vellum.platform.jose.RemoteKeys;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.oauth.OAuthClient;
import org.vellum.platform.oauth.OAuthClients;
import org.vellum.platform.usecase.Component;

/**
 * Says whether a tool signed something. Its keys may have to be fetched: never in a transaction.
 */
@Component
public class ToolKeys {
  private final OAuthClients clients;
  private final RemoteKeys remoteKeys;

  @Inject
  public ToolKeys(OAuthClients clients, RemoteKeys remoteKeys) {
    this.clients = clients;
    this.remoteKeys = remoteKeys;
  }

  /** Whether a key of the tool signed the token. */
  public boolean signed(SignedToken token, String clientId) {
    return clients
        .find(clientId)
        .filter(client -> client.disabledAt().isEmpty())
        .filter(client ->
            switch (client.proof()) {
              case OAuthClient.Proof.Keys keys ->
                  PublicKeys.parse(keys.jwks()).filter(token::isSignedBy).isPresent();
              case OAuthClient.Proof.KeysAt at -> remoteKeys.signed(token, URI.create(at.uri()));
              case OAuthClient.Proof.Secret secret -> false;
            })
        .isPresent();
  }
}
