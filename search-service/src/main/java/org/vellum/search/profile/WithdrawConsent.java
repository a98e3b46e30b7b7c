package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.achievement.Learner;
import org.vellum.search.achievement.Learners;
import org.vellum.search.index.Feed;

/** Takes a learner out of search at once: when it returns, no query finds the learner. */
@UseCase
public class WithdrawConsent {
  private final Learners learners;
  private final Profiles profiles;
  private final Feed feed;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public WithdrawConsent(
      Learners learners, Profiles profiles, Feed feed, AuditLog audit, Clock clock, Ids ids) {
    this.learners = learners;
    this.profiles = profiles;
    this.feed = feed;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What came of it. */
  public enum Result {
    /** No employer finds or opens the profile any more. */
    WITHDRAWN,
    /** There was no consent. */
    NOTHING_GRANTED
  }

  /** Withdraws for the learner who signs in under this name. */
  public Result withdraw(String username) {
    Optional<Learner> learner = learners.find(username);
    if (learner.isEmpty()) {
      return Result.NOTHING_GRANTED;
    }
    profiles.lock(learner.get().id());
    Optional<Profile> profile = profiles.findOf(learner.get().id());
    if (profile.isEmpty()) {
      return Result.NOTHING_GRANTED;
    }
    int version = profiles.nextVersion(learner.get().id());
    feed.withdraw(learner.get().id());
    profiles.remove(learner.get().id());
    profiles.addVersion(ids.next(), learner.get().id(), version, clock.instant(), Optional.empty());
    audit.record(
        AuditEntry.of(
            username,
            "search-consent-withdrawn",
            learner.get().id().toString(),
            Map.of("version", Integer.toString(version))));
    return Result.WITHDRAWN;
  }
}
