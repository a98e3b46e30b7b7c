package org.vellum.platform.oauth;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Gives a client a new secret, while the old one stays good for a week. */
@UseCase
public class RotateSecret {
  private static final Duration OVERLAP = Duration.ofDays(7);
  private static final int SECRET_BYTES = 32;

  private final OAuthClients clients;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  @Inject
  RotateSecret(OAuthClients clients, AuditLog audit, Ids ids, Clock clock) {
    this.clients = clients;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The new secret, told this once.
   *
   * @param secret the secret
   * @param oldGoodUntil until when the one before it is good
   */
  public record Rotated(String clientId, String secret, Instant oldGoodUntil) {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "Rotated[" + clientId + "]";
    }
  }

  /** Makes it; empty if there is no such client, it is disabled, or it has keys and no secret. */
  public Optional<Rotated> rotate(String actor, String clientId) {
    String secret = ids.secret(SECRET_BYTES);
    Instant until = clock.instant().plus(OVERLAP);
    if (!clients.changeSecret(clientId, SecretHash.ofRandom(secret), until)) {
      return Optional.empty();
    }
    audit.record(AuditEntry.of(actor, "client-secret-changed", clientId));
    return Optional.of(new Rotated(clientId, secret, until));
  }
}
