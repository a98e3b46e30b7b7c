package org.vellum.search.operation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.index.Entries;

/** Goes on building the entries of the index in the database anew, some learners at a time. */
@UseCase
public class RebuildEntries {
  private static final int LEARNERS = 200;

  private final EntryRebuilds rebuilds;
  private final Entries entries;
  private final Clock clock;

  @Inject
  public RebuildEntries(EntryRebuilds rebuilds, Entries entries, Clock clock) {
    this.rebuilds = rebuilds;
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * Does the next learners. Those who agree to be found meanwhile have right entries already.
   *
   * @return whether there is more to be done here
   */
  public boolean step() {
    Instant now = clock.instant();
    Optional<EntryRebuilds.Progress> taken = rebuilds.take(now);
    if (taken.isEmpty()) {
      return false;
    }
    List<UUID> next = rebuilds.learners(taken.get().after(), LEARNERS);
    if (next.isEmpty()) {
      rebuilds.end(now);
      return false;
    }
    entries.renew(next);
    rebuilds.progress(next.getLast(), next.size());
    return true;
  }
}
