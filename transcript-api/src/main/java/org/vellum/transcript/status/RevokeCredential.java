package org.vellum.transcript.status;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.UseCase;

/** Revokes a credential for good: a whole record, or one achievement. */
@UseCase
public class RevokeCredential {
  private static final int LONGEST_REASON = 500;

  private final Revocations revocations;
  private final AuditLog audit;
  private final EventLog events;
  private final Clock clock;

  @Inject
  public RevokeCredential(Revocations revocations, AuditLog audit, EventLog events, Clock clock) {
    this.revocations = revocations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The credential is revoked; who verifies it sees the reason. */
    record Revoked(Revocation revocation) implements Result {}

    /** It was revoked before, and stays so with its first reason. */
    record AlreadyRevoked(Revocation revocation) implements Result {}

    /** The reason is missing, or longer than 500 characters. */
    record BadReason() implements Result {}

    /** This issuer did not sign such a credential. */
    record UnknownCredential() implements Result {}
  }

  /**
   * Revokes.
   *
   * @param actor who revokes
   * @param credential the last part of the credential's id
   * @param reason why, 1 to 500 characters, for whoever verifies the credential
   */
  public Result revoke(String actor, UUID credential, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return new Result.BadReason();
    }
    if (!revocations.lock(credential)) {
      return new Result.UnknownCredential();
    }
    Optional<Revocation> earlier = revocations.find(credential);
    if (earlier.isPresent()) {
      return new Result.AlreadyRevoked(earlier.get());
    }
    Revocation revocation = new Revocation(credential, clock.instant(), why);
    revocations.add(revocation, actor);
    // Not the reason: a registrar may have named somebody in it.
    audit.record(AuditEntry.of(actor, "credential-revoked", credential.toString()));
    CredentialRevoked fact = new CredentialRevoked(credential, revocation.revokedAt());
    events.announce(fact, fact.subject());
    return new Result.Revoked(revocation);
  }
}
