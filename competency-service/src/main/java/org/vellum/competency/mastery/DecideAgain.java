package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.platform.usecase.UseCase;

/**
 * Decides by the rules of today on results that came before them. What stands already stays as it
 * is. The caller lets nobody else decide on this learner meanwhile.
 */
@UseCase
public class DecideAgain {
  private final Rulebook rulebook;
  private final Timelines timelines;
  private final Achievements achievements;
  private final RecordAchievement recorder;
  private final RollUps rollUps;
  private final Clock clock;

  @Inject
  public DecideAgain(
      Rulebook rulebook,
      Timelines timelines,
      Achievements achievements,
      RecordAchievement recorder,
      RollUps rollUps,
      Clock clock) {
    this.rulebook = rulebook;
    this.timelines = timelines;
    this.achievements = achievements;
    this.recorder = recorder;
    this.rollUps = rollUps;
    this.clock = clock;
  }

  /**
   * Decides on these subjects, and on what is made of them.
   *
   * @param inForce all facts of the learner that no other supersedes
   */
  public void decide(UUID learner, Set<Subject> subjects, List<Fact> inForce) {
    Instant now = clock.instant();
    Set<UUID> competencies = new HashSet<>();
    subjects.forEach(subject -> subject.asCompetency().ifPresent(competencies::add));
    Map<UUID, Timeline> holding = timelines.of(competencies);
    Set<Subject> standing = achievements.standing(learner);
    Map<UUID, List<Rule>> rules = rulebook.of(competencies);
    for (Subject subject : subjects) {
      if (!standing.contains(subject)) {
        Timeline timeline = subject.asCompetency().map(holding::get).orElse(Timeline.DEFAULT);
        Question question =
            new Question(
                subject,
                inForce,
                subject
                    .asCompetency()
                    .map(each -> rules.getOrDefault(each, List.of()))
                    .orElseGet(() -> rulebook.of(subject)),
                timeline,
                rollUps.partsOf(learner, subject, timeline.looksAtOthers()));
        Mastery.decide(question, now).ifPresent(met -> recorder.record(learner, met, now));
      }
    }
    rollUps.climb(new RollUps.Change(learner, Optional.empty(), any -> inForce, now), competencies);
  }
}
