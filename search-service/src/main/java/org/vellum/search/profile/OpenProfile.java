package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.index.SeenIn;
import org.vellum.search.index.Sightings;

/** Shows an employer a profile, and notes that it was opened. */
@UseCase
public class OpenProfile {
  private final Profiles profiles;
  private final ViewProfile viewProfile;
  private final Sightings sightings;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public OpenProfile(
      Profiles profiles,
      ViewProfile viewProfile,
      Sightings sightings,
      AuditLog audit,
      Clock clock) {
    this.profiles = profiles;
    this.viewProfile = viewProfile;
    this.sightings = sightings;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** What the learner shows, as it holds now. */
    record Opened(ProfileView view) implements Result {}

    /** There is no such profile, or not for this employer, or nothing of it holds any more. */
    record UnknownProfile() implements Result {}
  }

  /**
   * Opens.
   *
   * @param employer who asks: a sign-in name, or {@code client:<id>}
   */
  public Result open(String employer, UUID profile) {
    Instant now = clock.instant();
    Optional<Profile> found = profiles.findFor(employer, profile, now);
    if (found.isEmpty()) {
      return new Result.UnknownProfile();
    }
    ProfileView view = viewProfile.of(found.get());
    sightings.seen(List.of(found.get().learner()), employer, SeenIn.How.OPENED, now);
    audit.record(AuditEntry.of(employer, "profile-opened", profile.toString()));
    return new Result.Opened(view);
  }
}
