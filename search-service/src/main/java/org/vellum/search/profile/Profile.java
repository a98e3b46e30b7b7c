package org.vellum.search.profile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Pseudonyms;

/**
 * A standing consent to be found.
 *
 * @param learner who gave it
 * @param id by what employers know the learner
 * @param version counts the learner's consents and withdrawals from 1
 * @param shownName the name, where the learner shows it
 * @param region where the learner is, if told
 * @param availability when the learner could begin, if told
 * @param everyone whether every employer may find the learner
 * @param grantedAt since when it stands in this version
 * @param expiresAt when it ends by itself
 */
public record Profile(
    UUID learner,
    UUID id,
    int version,
    Optional<String> shownName,
    Optional<String> region,
    Optional<Availability> availability,
    boolean everyone,
    Instant grantedAt,
    Instant expiresAt) {

  /** What an employer reads: the name, or a pseudonym. */
  public String name() {
    return Pseudonyms.nameOf(id, shownName.orElse(null));
  }

  /** Whether it has not ended by itself. */
  public boolean standsAt(Instant now) {
    return expiresAt.isAfter(now);
  }

  /** The last instant at which it stands, to be told as a day. */
  public Instant lastDay() {
    return expiresAt.minusMillis(1);
  }
}
