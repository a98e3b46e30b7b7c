package org.vellum.search.profile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.search.index.Availability;

/**
 * What a learner agrees to.
 *
 * @param achievements the credentials that are shown, and by which the learner may be found
 * @param showName whether the name is shown; a pseudonym otherwise
 * @param region where the learner is, in the learner's words; empty for not telling
 * @param availability when the learner could begin; empty for not telling
 * @param employers who may find the learner, by sign-in name; empty for every employer
 * @param lastDay the last day of the consent, in UTC
 */
public record Terms(
    Set<UUID> achievements,
    boolean showName,
    String region,
    Optional<Availability> availability,
    Optional<Set<String>> employers,
    LocalDate lastDay) {

  public Terms {
    achievements = Set.copyOf(achievements);
    employers = employers.map(Set::copyOf);
    region = region.strip().replaceAll("\\s+", " ");
  }
}
