package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Ends a share at once: from now on its link shows nothing. */
@UseCase
public class WithdrawShare {
  private final Shares shares;
  private final AuditLog audit;

  @Inject
  public WithdrawShare(Shares shares, AuditLog audit) {
    this.shares = shares;
    this.audit = audit;
  }

  /** What came of it. */
  public enum Result {
    /** The link shows nothing from now on. */
    WITHDRAWN,
    /** This learner has no such share that still shows something. */
    UNKNOWN_SHARE
  }

  /** Withdraws a share of the learner who signs in under this name. */
  public Result withdraw(String username, UUID share) {
    Optional<Share> found = shares.lockLive(username, share);
    if (found.isEmpty()) {
      return Result.UNKNOWN_SHARE;
    }
    shares.withdraw(found.get());
    audit.record(AuditEntry.of(username, "share-withdrawn", share.toString()));
    return Result.WITHDRAWN;
  }
}
