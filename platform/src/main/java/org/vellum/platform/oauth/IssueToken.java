package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.AccessToken;
import org.vellum.platform.security.AccessTokens;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Gives a client an access token for some of its scopes. */
@UseCase
public class IssueToken {
  private static final int TOKEN_BYTES = 32;

  private final OAuthClients clients;
  private final AccessTokens tokens;
  private final Ids ids;
  private final Clock clock;
  private final Duration lifetime;

  @Inject
  public IssueToken(
      OAuthClients clients,
      AccessTokens tokens,
      Ids ids,
      Clock clock,
      PlatformConfiguration configuration) {
    this.clients = clients;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
    this.lifetime = configuration.tokenLifetime();
  }

  /** What became of the request. */
  public sealed interface Result {
    /** The token, which nobody can read again, with what it is good for. */
    record Issued(String token, Duration lifetime, Set<String> scopes) implements Result {}

    /** The client may not have any of the scopes that it asked for. */
    record NoSuchScope() implements Result {}
  }

  /**
   * Issues a token.
   *
   * @param client who proved to be it
   * @param asked the scopes asked for; all that the client may have where it is empty
   */
  public Result issue(OAuthClient client, List<String> asked) {
    Set<String> granted = new LinkedHashSet<>(client.scopes());
    if (!asked.isEmpty()) {
      granted.retainAll(asked);
    }
    if (granted.isEmpty()) {
      return new Result.NoSuchScope();
    }
    String token = ids.secret(TOKEN_BYTES);
    Instant now = clock.instant();
    tokens.add(token, new AccessToken(client.id(), granted, now.plus(lifetime)));
    clients.noteToken(client.id(), now);
    return new Result.Issued(token, lifetime, Set.copyOf(granted));
  }
}
