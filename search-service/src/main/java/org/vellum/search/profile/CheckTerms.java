package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.platform.usecase.Component;
import org.vellum.search.achievement.Achievement;
import org.vellum.search.achievement.Achievements;

/** Says what speaks against a consent. */
@Component
public class CheckTerms {
  /** How long a consent lasts at most. */
  public static final Period LONGEST = Period.ofYears(1);

  private static final int LONGEST_REGION = 60;

  private final Achievements achievements;
  private final Employers employers;
  private final Clock clock;

  @Inject
  public CheckTerms(Achievements achievements, Employers employers, Clock clock) {
    this.achievements = achievements;
    this.employers = employers;
    this.clock = clock;
  }

  /** The reasons against it; none if the learner may agree. */
  public List<TermsRefusal> refusals(UUID learner, Terms terms) {
    List<TermsRefusal> reasons = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (terms.achievements().isEmpty()) {
      reasons.add(TermsRefusal.NOTHING_CHOSEN);
    }
    if (!own(learner).containsAll(terms.achievements())) {
      reasons.add(TermsRefusal.UNKNOWN_ACHIEVEMENT);
    }
    if (terms.region().length() > LONGEST_REGION) {
      reasons.add(TermsRefusal.REGION_TOO_LONG);
    }
    if (terms.employers().filter(Set::isEmpty).isPresent()) {
      reasons.add(TermsRefusal.NO_EMPLOYER);
    }
    if (terms.employers().isPresent()
        && !Set.copyOf(employers.list()).containsAll(terms.employers().get())) {
      reasons.add(TermsRefusal.UNKNOWN_EMPLOYER);
    }
    if (!terms.lastDay().isAfter(today)) {
      reasons.add(TermsRefusal.LAST_DAY_NOT_IN_FUTURE);
    }
    if (terms.lastDay().isAfter(today.plus(LONGEST))) {
      reasons.add(TermsRefusal.LAST_DAY_TOO_LATE);
    }
    return reasons;
  }

  private Set<UUID> own(UUID learner) {
    return achievements.listOf(learner, clock.instant()).stream()
        .map(Achievement::credential)
        .collect(Collectors.toUnmodifiableSet());
  }
}
