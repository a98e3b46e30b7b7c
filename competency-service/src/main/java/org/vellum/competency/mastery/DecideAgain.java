package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.usecase.UseCase;

/**
 * Decides by the rules of today on results that came before them. What stands already stays as it
 * is. The caller lets nobody else decide on this learner meanwhile.
 */
@UseCase
public class DecideAgain {
  private final Rulebook rulebook;
  private final Achievements achievements;
  private final RecordAchievement recorder;
  private final Clock clock;

  @Inject
  public DecideAgain(
      Rulebook rulebook, Achievements achievements, RecordAchievement recorder, Clock clock) {
    this.rulebook = rulebook;
    this.achievements = achievements;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Decides on these subjects.
   *
   * @param inForce all facts of the learner that no other supersedes
   */
  public void decide(UUID learner, Set<Subject> subjects, List<Fact> inForce) {
    Instant now = clock.instant();
    Set<Subject> standing = achievements.standing(learner);
    for (Subject subject : subjects) {
      if (!standing.contains(subject)) {
        Mastery.decide(inForce, rulebook.of(subject), now)
            .ifPresent(met -> recorder.record(learner, met, now));
      }
    }
  }
}
