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
  public RegisterClient(OAuthClients clients, AuditLog audit, Ids ids, Clock clock) {
    this.clients = clients;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a client is registered with.
   *
   * @param name what people call it
   * @param scopes what it may ask for, each one of {@link KnownScopes}
   * @param keys the keys by which it proves who it is ({@code private_key_jwt}); empty for a secret
   *     that we make
   */
  public record Wanted(String name, List<String> scopes, Optional<ClientKeys> keys) {
    public Wanted {
      scopes = List.copyOf(scopes);
    }
  }

  /** What became of the registration. */
  public sealed interface Result {
    /**
     * Registered.
     *
     * @param clientId its {@code client_id}
     * @param clientSecret told this once and never to be read again; empty for a client with keys
     */
    record Registered(String clientId, Optional<String> clientSecret) implements Result {}

    /** The name is empty or longer than 100 characters. */
    record BadName() implements Result {}

    /** A scope is asked for that no service here knows, or none is asked for. */
    record BadScopes() implements Result {}

    /** The keys are no JWK Set with a public key for signatures, nor at an https address. */
    record BadKeys() implements Result {}
  }

  /**
   * Registers a client.
   *
   * @param actor who registers it
   */
  public Result register(String actor, Wanted wanted) {
    if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
      return new Result.BadName();
    }
    if (wanted.scopes().isEmpty() || !KnownScopes.all().containsAll(wanted.scopes())) {
      return new Result.BadScopes();
    }
    Optional<OAuthClient.Proof> keys = wanted.keys().flatMap(ClientKeys::proof);
    if (wanted.keys().isPresent() && keys.isEmpty()) {
      return new Result.BadKeys();
    }
    String id = ids.next().toString();
    Optional<String> secret =
        keys.isPresent() ? Optional.empty() : Optional.of(ids.secret(SECRET_BYTES));
    OAuthClient.Proof proof = keys.orElseGet(() -> secret(secret.orElseThrow()));
    clients.add(
        new OAuthClient(
            id,
            wanted.name(),
            proof,
            wanted.scopes(),
            clock.instant(),
            Optional.empty(),
            Optional.empty()));
    audit.record(AuditEntry.of(actor, "client-registered", id));
    return new Result.Registered(id, secret);
  }

  private static OAuthClient.Proof secret(String secret) {
    return new OAuthClient.Proof.Secret(SecretHash.ofRandom(secret), Optional.empty());
  }
}
