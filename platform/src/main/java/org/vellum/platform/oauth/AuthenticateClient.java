package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.usecase.UseCase;

/** Finds the client that somebody proved to be; an assertion proves it once. */
@UseCase
public class AuthenticateClient {
  /** So long after its end an assertion is taken still, clocks being what they are. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final OAuthClients clients;
  private final Clock clock;

  @Inject
  public AuthenticateClient(OAuthClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It is this client. */
    record Known(OAuthClient client) implements Result {}

    /** There is no such client, or the secret is wrong, or it is disabled. */
    record Unknown() implements Result {}

    /** The assertion was used before. */
    record Replayed() implements Result {}
  }

  /** Finds the client. */
  public Result authenticate(ClientProof proof) {
    Optional<OAuthClient> client =
        clients.find(proof.clientId()).filter(each -> each.disabledAt().isEmpty());
    if (client.isEmpty()) {
      return new Result.Unknown();
    }
    Instant now = clock.instant();
    return switch (proof) {
      case ClientProof.Secret secret ->
          matches(client.get().proof(), secret.secret(), now)
              ? new Result.Known(client.get())
              : new Result.Unknown();
      case ClientProof.Assertion assertion -> use(client.get(), assertion, now);
    };
  }

  private Result use(OAuthClient client, ClientProof.Assertion assertion, Instant now) {
    return clients.use(
            client.id(), SecretHash.sha256(assertion.jti()), assertion.expiresAt().plus(SKEW), now)
        ? new Result.Known(client)
        : new Result.Replayed();
  }

  private static boolean matches(OAuthClient.Proof kept, String secret, Instant now) {
    return kept instanceof OAuthClient.Proof.Secret known
        && (SecretHash.matches(secret, known.hash())
            || known
                .previous()
                .filter(previous -> now.isBefore(previous.until()))
                .filter(previous -> SecretHash.matches(secret, previous.hash()))
                .isPresent());
  }
}
