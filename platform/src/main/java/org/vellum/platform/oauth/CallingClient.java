package org.vellum.platform.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.usecase.Component;

/**
 * Tells the endpoints which client calls them, or with which of the standard's errors to refuse.
 */
@Component
public class CallingClient {
  private static final int FAILURES = 20;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String WRONG = "The client is not known by what it proved.";

  private final VerifyAssertion verifyAssertion;
  private final AuthenticateClient authenticateClient;
  private final RateLimit limit;

  @Inject
  CallingClient(
      VerifyAssertion verifyAssertion, AuthenticateClient authenticateClient, RateLimit limit) {
    this.verifyAssertion = verifyAssertion;
    this.authenticateClient = authenticateClient;
    this.limit = limit;
  }

  /** Who calls. */
  sealed interface Found {
    /** A client. */
    record Client(OAuthClient client) implements Found {}

    /** Nobody that is known: {@code invalid_client} (RFC 6749, section 5.2). */
    record Nobody(ErrorObject error) implements Found {}
  }

  Found find(@Nullable ClientAuthentication sent) {
    return switch (sent) {
      case PlainClientSecret secret ->
          authenticated(
              new ClientProof.Secret(
                  secret.getClientID().getValue(), secret.getClientSecret().getValue()));
      case PrivateKeyJWT assertion ->
          switch (verifyAssertion.verify(assertion)) {
            case VerifyAssertion.Result.Holds holds -> authenticated(holds.proof());
            case VerifyAssertion.Result.Fails fails ->
                nobody(assertion.getClientID().getValue(), fails.why());
          };
      case null, default -> new Found.Nobody(OAuth2Error.INVALID_CLIENT);
    };
  }

  private Found authenticated(ClientProof proof) {
    return switch (authenticateClient.authenticate(proof)) {
      case AuthenticateClient.Result.Known known -> new Found.Client(known.client());
      case AuthenticateClient.Result.Unknown unknown -> nobody(proof.clientId(), WRONG);
      case AuthenticateClient.Result.Replayed replayed ->
          nobody(proof.clientId(), "The assertion was used before.");
    };
  }

  private Found nobody(String client, String why) {
    String key = "oauth-failure:" + Integer.toHexString(client.hashCode());
    return new Found.Nobody(
        limit.allow(key, FAILURES, WINDOW)
            ? OAuth2Error.INVALID_CLIENT.setDescription(why)
            : new ErrorObject("temporarily_unavailable", "Too many failed attempts", 429));
  }
}
