package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Registers a system that may get access tokens. */
@UseCase
public class RegisterClient {
  private static final int LONGEST_NAME = 100;
  private static final int SECRET_BYTES = 32;

  private final OAuthClients clients;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  @Inject
  RegisterClient(OAuthClients clients, AuditLog audit, Ids ids, Clock clock) {
    this.clients = clients;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of the registration. */
  public sealed interface Result {
    /** Registered; the secret is told this once and can never be read again. */
    record Registered(String clientId, String clientSecret) implements Result {}

    /** The name is empty or longer than 100 characters. */
    record BadName() implements Result {}

    /** A scope is asked for that no service here knows, or none is asked for. */
    record BadScopes() implements Result {}
  }

  /**
   * Registers a client.
   *
   * @param actor who registers it
   * @param name what people call it
   * @param scopes what it may ask for, each one of {@link KnownScopes}
   */
  public Result register(String actor, String name, List<String> scopes) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return new Result.BadName();
    }
    if (scopes.isEmpty() || !KnownScopes.all().containsAll(scopes)) {
      return new Result.BadScopes();
    }
    String id = ids.next().toString();
    String secret = ids.secret(SECRET_BYTES);
    clients.add(
        new OAuthClient(
            id, name, SecretHash.ofRandom(secret), scopes, clock.instant(), Optional.empty()));
    audit.record(AuditEntry.of(actor, "client-registered", id));
    return new Result.Registered(id, secret);
  }
}
