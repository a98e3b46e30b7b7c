package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.platform.usecase.Component;
import org.vellum.search.achievement.Achievement;
import org.vellum.search.achievement.Achievements;
import org.vellum.search.achievement.Learner;
import org.vellum.search.index.Pseudonyms;

/** Shows a profile, as it is or as it would be. */
@Component
public class ViewProfile {
  private final Achievements achievements;
  private final Profiles profiles;
  private final ProfileIds ids;
  private final Clock clock;

  @Inject
  public ViewProfile(Achievements achievements, Profiles profiles, ProfileIds ids, Clock clock) {
    this.achievements = achievements;
    this.profiles = profiles;
    this.ids = ids;
    this.clock = clock;
  }

  /** A profile that the employer may see. */
  public ProfileView of(Profile profile) {
    Instant now = clock.instant();
    return new ProfileView(
        profile.name(),
        profile.shownName().isPresent(),
        profile.region(),
        profile.availability(),
        chosen(profile.learner(), profiles.listCredentials(profile.learner()), now),
        now);
  }

  /** What an employer would see if the learner agreed to these terms. */
  public ProfileView preview(Learner learner, Terms terms) {
    UUID id =
        profiles
            .findOf(learner.id())
            .map(Profile::id)
            .orElseGet(() -> ids.of(learner.id(), profiles.nextVersion(learner.id())));
    Instant now = clock.instant();
    return new ProfileView(
        Pseudonyms.nameOf(id, terms.showName() ? learner.name() : null),
        terms.showName(),
        Optional.of(terms.region()).filter(region -> !region.isEmpty()),
        terms.availability(),
        chosen(learner.id(), terms.achievements(), now),
        now);
  }

  private List<Achievement> chosen(UUID learner, Set<UUID> credentials, Instant now) {
    return achievements.listOf(learner, now).stream()
        .filter(each -> credentials.contains(each.credential()))
        .toList();
  }
}
