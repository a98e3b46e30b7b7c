package org.vellum.search.request;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.profile.Profiles;

/** Puts somebody on an employer's shortlist, or takes them off. */
@UseCase
public class KeepInMind {
  private static final int LONGEST_NOTE = 500;

  private final Profiles profiles;
  private final Shortlists shortlists;
  private final Clock clock;

  @Inject
  public KeepInMind(Profiles profiles, Shortlists shortlists, Clock clock) {
    this.profiles = profiles;
    this.shortlists = shortlists;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Result {
    /** They are on the list. */
    KEPT,
    /** They are not on the list. */
    TAKEN_OFF,
    /** The note is longer than 500 characters. */
    NOTE_TOO_LONG,
    /** 500 others are on the list, and this one is not. */
    LIST_FULL,
    /** The employer may see no such profile now. */
    UNKNOWN_PROFILE
  }

  /**
   * Puts on or takes off.
   *
   * @param keep whether they are to be on the list
   * @param note the employer's own note; may be empty
   */
  public Result change(String employer, UUID profile, boolean keep, String note) {
    if (!keep) {
      shortlists.remove(employer, profile);
      return Result.TAKEN_OFF;
    }
    if (note.strip().length() > LONGEST_NOTE) {
      return Result.NOTE_TOO_LONG;
    }
    Instant now = clock.instant();
    if (profiles.findFor(employer, profile, now).isEmpty()) {
      return Result.UNKNOWN_PROFILE;
    }
    return shortlists.put(employer, profile, note.strip(), now) ? Result.KEPT : Result.LIST_FULL;
  }
}
