package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.vellum.contracts.KeyCompromised;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Says that one of the issuer's keys is compromised since an instant. What it signed before holds,
 * with a remark; what it signed then or later is invalid. If it is the one that signs, a new one
 * takes its place in the same transaction.
 */
@UseCase
public class CompromiseKey {
  private static final int LONGEST_REASON = 500;

  private final SigningKeys keys;
  private final Signer signer;
  private final AuditLog audit;
  private final EventLog events;
  private final Clock clock;

  @Inject
  public CompromiseKey(
      SigningKeys keys, Signer signer, AuditLog audit, EventLog events, Clock clock) {
    this.keys = keys;
    this.signer = signer;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * The key is published as revoked.
     *
     * @param replacement verification method of the key that signs now, if this one did
     */
    record Compromised(Instant since, Optional<String> replacement) implements Result {}

    /** This issuer has no such key. */
    record UnknownKey() implements Result {}

    /** The instant is yet to come: a key that will end is replaced, not compromised. */
    record InFuture() implements Result {}

    /** It is marked since this instant, or an earlier one; that is never made later. */
    record AlreadyCompromised(Instant since) implements Result {}

    /** The reason is missing, or longer than 500 characters. */
    record BadReason() implements Result {}
  }

  /**
   * Marks a key. One that is marked may be marked since an earlier instant.
   *
   * @param actor the administrator
   * @param verificationMethod the key
   * @param since the earliest instant at which it may have been in foreign hands; its fraction of a
   *     second is cut off, since proofs say whole seconds
   * @param reason why, 1 to 500 characters
   */
  public Result compromise(String actor, String verificationMethod, Instant since, String reason) {
    Instant from = since.truncatedTo(ChronoUnit.SECONDS);
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return new Result.BadReason();
    }
    if (from.isAfter(clock.instant())) {
      return new Result.InFuture();
    }
    Optional<SigningKey> found = keys.lock(verificationMethod);
    if (found.isEmpty()) {
      return new Result.UnknownKey();
    }
    Optional<Instant> earlier = found.get().compromise().map(Compromise::since);
    if (earlier.filter(instant -> !from.isBefore(instant)).isPresent()) {
      return new Result.AlreadyCompromised(earlier.get());
    }
    return new Result.Compromised(from, marked(actor, found.get(), from, why));
  }

  private Optional<String> marked(String actor, SigningKey key, Instant since, String reason) {
    String method = key.verificationMethod();
    keys.retire(method);
    keys.compromise(method, new Compromise(since, reason, clock.instant()));
    // Not the reason: an administrator may have named somebody in it.
    audit.record(
        AuditEntry.of(actor, "key-compromised", method, Map.of("since", since.toString())));
    KeyCompromised fact = new KeyCompromised(method, since);
    events.announce(fact, fact.subject());
    return key.signs() ? Optional.of(signer.create(actor).verificationMethod()) : Optional.empty();
  }
}
