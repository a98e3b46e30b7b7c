package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.net.URI;
import org.vellum.platform.jose.PublicKeys;
import org.vellum.platform.jose.RemoteKeys;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.usecase.Component;

/**
 * Says whether a client signed something. Its keys may have to be fetched: never in a transaction.
 */
@Component
public class ClientSignatures {
  private final RemoteKeys remoteKeys;

  @Inject
  public ClientSignatures(RemoteKeys remoteKeys) {
    this.remoteKeys = remoteKeys;
  }

  /** Whether a key of the client signed the token; one that proves itself by a secret has none. */
  public boolean signed(SignedToken token, OAuthClient client) {
    return switch (client.proof()) {
      case OAuthClient.Proof.Keys keys ->
          PublicKeys.parse(keys.jwks()).filter(token::isSignedBy).isPresent();
      case OAuthClient.Proof.KeysAt at -> remoteKeys.signed(token, URI.create(at.uri()));
      case OAuthClient.Proof.Secret secret -> false;
    };
  }
}
