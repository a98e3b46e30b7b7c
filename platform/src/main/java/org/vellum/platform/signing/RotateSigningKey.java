package org.vellum.platform.signing;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Makes the key that signs next. */
@UseCase
public class RotateSigningKey {
  /** So long a new key is published before it signs. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** So long a key stays published after the next one signs. */
  static final Duration AFTER = Duration.ofDays(7);

  private final SigningKeys keys;
  private final SigningConfiguration configuration;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public RotateSigningKey(
      SigningKeys keys, SigningConfiguration configuration, AuditLog audit, Clock clock) {
    this.keys = keys;
    this.configuration = configuration;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Result {
    /** There is a new key, which signs from this instant on. */
    record Made(String kid, Instant signsFrom) implements Result {}

    /** A new key waits for its turn already. */
    record WaitsAlready(Instant signsFrom) implements Result {}

    /** No secret is set under which it could be kept. */
    record NoSecret() implements Result {}
  }

  /** Makes a key; the first one signs at once. */
  public Result rotate(String actor) {
    if (configuration.keySecret().isEmpty()) {
      return new Result.NoSecret();
    }
    keys.takeTurn();
    Instant now = clock.instant();
    List<SigningKeys.Kept> published = keys.published(now);
    Optional<Instant> waiting =
        published.stream().map(SigningKeys.Kept::signsFrom).filter(now::isBefore).findFirst();
    if (waiting.isPresent()) {
      return new Result.WaitsAlready(waiting.get());
    }
    Instant from = published.isEmpty() ? now : now.plus(AHEAD);
    keys.withdraw(from.plus(AFTER));
    RSAKey made = EncryptedKey.generate();
    keys.add(
        new SigningKeys.Kept(
            made.getKeyID(),
            made.toPublicJWK().toJSONString(),
            EncryptedKey.close(made, configuration.keySecret()),
            now,
            from,
            Optional.empty()));
    audit.record(AuditEntry.of(actor, "token-key-made", made.getKeyID()));
    return new Result.Made(made.getKeyID(), from);
  }
}
