package org.vellum.search.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.search.achievement.Achievement;
import org.vellum.search.index.Availability;

/**
 * A profile as an employer sees it; a preview is made of the same.
 *
 * @param name the name, or the pseudonym
 * @param named whether it is the name
 * @param region where the learner is, if told
 * @param availability when the learner could begin, if told
 * @param achievements what the learner chose to show and whose credential holds
 * @param checkedAt at which instant the credentials were looked at
 */
public record ProfileView(
    String name,
    boolean named,
    Optional<String> region,
    Optional<Availability> availability,
    List<Achievement> achievements,
    Instant checkedAt) {

  public ProfileView {
    achievements = List.copyOf(achievements);
  }
}
