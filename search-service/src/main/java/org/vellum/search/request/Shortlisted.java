package org.vellum.search.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Pseudonyms;

/**
 * Somebody whom an employer keeps in mind, as they are shown now.
 *
 * @param profile by what the employer knows them
 * @param shownName the name, where it is shown
 * @param region where they are, if told
 * @param availability when they could begin, if told
 * @param note the employer's own note
 * @param addedAt when they were added
 */
public record Shortlisted(
    UUID profile,
    Optional<String> shownName,
    Optional<String> region,
    Optional<Availability> availability,
    String note,
    Instant addedAt) {

  /** The name, or the pseudonym. */
  public String name() {
    return Pseudonyms.nameOf(profile, shownName.orElse(null));
  }
}
