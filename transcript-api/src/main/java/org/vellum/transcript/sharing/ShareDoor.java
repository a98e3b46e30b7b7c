package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.PublishedRecords;

/**
 * Decides whether a link and what is brought with it lets somebody in. A code that is brought is
 * always compared with some code, so that the time of the answer does not tell whether there is a
 * share.
 */
@Component
public class ShareDoor {
  private static final Duration LOCK = Duration.ofMinutes(15);

  private final Shares shares;
  private final PublishedRecords records;
  private final AccessPasses passes;
  private final Clock clock;
  private final String decoy;

  @Inject
  public ShareDoor(
      Shares shares, PublishedRecords records, AccessPasses passes, Clock clock, Ids ids) {
    this.shares = shares;
    this.records = records;
    this.passes = passes;
    this.clock = clock;
    this.decoy = SecretHash.of(ids.secret(32), ids);
  }

  /** Decides, and counts a wrong code. Within the caller's transaction, which locks the share. */
  Entry enter(String token, Presented presented) {
    Optional<Share> found = shares.lock(token);
    boolean right = isRight(presented, found);
    if (found.isEmpty()) {
      return new Entry.Closed(Entry.Reason.UNKNOWN);
    }
    Share share = found.get();
    return switch (share.state(clock.instant())) {
      case WITHDRAWN -> new Entry.Closed(Entry.Reason.WITHDRAWN);
      case EXPIRED -> new Entry.Closed(Entry.Reason.EXPIRED);
      case LOCKED -> new Entry.Closed(Entry.Reason.LOCKED);
      case OPEN ->
          current(share)
              .map(record -> enter(share, record, presented, right))
              .orElseGet(() -> new Entry.Closed(Entry.Reason.UNPUBLISHED));
    };
  }

  private boolean isRight(Presented presented, Optional<Share> share) {
    String kept = share.flatMap(Share::accessCode).orElse(decoy);
    return presented.code().filter(code -> SecretHash.matches(code, kept)).isPresent();
  }

  private Entry enter(Share share, PublishedRecord record, Presented presented, boolean right) {
    boolean free = share.accessCode().isEmpty();
    if (free || presented.pass().filter(pass -> passes.admits(share, pass)).isPresent()) {
      return new Entry.Admitted(share, record);
    }
    if (presented.code().isEmpty()) {
      return new Entry.CodeNeeded();
    }
    if (right) {
      shares.forgetWrongCodes(share);
      return new Entry.Admitted(share, record);
    }
    shares.countWrongCode(share, clock.instant().plus(LOCK));
    return share.wrongCodes() + 1 >= Share.WRONG_CODES
        ? new Entry.Closed(Entry.Reason.LOCKED)
        : new Entry.WrongCode();
  }

  /** The record itself for a selection, which does not follow it; else its newest version. */
  private Optional<PublishedRecord> current(Share share) {
    Optional<PublishedRecord> record = records.find(share.record());
    while (share.selection().isEmpty()
        && record.flatMap(PublishedRecord::supersededBy).isPresent()) {
      record = record.flatMap(PublishedRecord::supersededBy).flatMap(records::find);
    }
    return record;
  }
}
