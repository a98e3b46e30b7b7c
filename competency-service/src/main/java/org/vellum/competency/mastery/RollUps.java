package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.mastery.model.Explanation;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Part;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.platform.usecase.Component;

/**
 * Decides on what is made of other competencies after these changed: their parents, their exact
 * matches, and so on. A framework has an end, and so has this: so many decisions for one change.
 */
@Component
public class RollUps {
  private static final int MOST_DECISIONS = 1_000;

  private final Parts parts;
  private final Timelines timelines;
  private final Rulebook rulebook;
  private final Achievements achievements;
  private final RecordAchievement recorder;

  @Inject
  public RollUps(
      Parts parts,
      Timelines timelines,
      Rulebook rulebook,
      Achievements achievements,
      RecordAchievement recorder) {
    this.parts = parts;
    this.timelines = timelines;
    this.rulebook = rulebook;
    this.achievements = achievements;
    this.recorder = recorder;
  }

  /**
   * A change in what a learner masters.
   *
   * @param learner whose it is
   * @param result the result that brought it about, if one did
   * @param inForce all facts of the learner that no other supersedes
   * @param now when it is decided
   */
  record Change(UUID learner, Optional<UUID> result, FactsUnderRules inForce, Instant now) {}

  /** The parts of what may be mastered, if any of these policies looks at them. */
  List<Part> partsOf(UUID learner, Subject subject, boolean looksAtOthers) {
    return looksAtOthers
        ? subject.asCompetency().map(each -> parts.of(learner, each)).orElse(List.of())
        : List.of();
  }

  /**
   * Which changes have to be followed at all.
   *
   * @param lift whether anything by whose policy other competencies count is made of what may
   *     change
   * @param unfounded the learners of whom something rests on what stands no more
   */
  record Reach(boolean lift, Set<UUID> unfounded) {
    boolean concerns(UUID learner) {
      return lift || unfounded.contains(learner);
    }
  }

  /** What changes of these competencies and learners may bring about, asked for at once. */
  Reach reach(Collection<UUID> competencies, Collection<UUID> learners) {
    Set<UUID> wholes = parts.wholesOf(competencies);
    return new Reach(
        timelines.of(wholes).values().stream().anyMatch(Timeline::looksAtOthers),
        parts.unfoundedOf(learners));
  }

  /** Follows a change of these competencies as far as it goes. */
  void follow(Change change, Collection<UUID> changed) {
    decide(change, changed, false);
  }

  /** Decides on all above these competencies, whether they changed or not. */
  void climb(Change change, Collection<UUID> from) {
    decide(change, from, true);
  }

  private void decide(Change change, Collection<UUID> begin, boolean all) {
    Map<UUID, Integer> visits = new HashMap<>();
    Deque<UUID> open = new ArrayDeque<>(above(change, begin));
    int left = MOST_DECISIONS;
    while (!open.isEmpty() && left > 0) {
      UUID competency = open.removeFirst();
      boolean first = visits.merge(competency, 1, Integer::sum) == 1;
      Timeline timeline = timelines.of(competency);
      boolean moved = decide(change, Subject.competency(competency), timeline);
      left--;
      if (moved || (all && first)) {
        above(change, List.of(competency)).stream()
            .filter(next -> !open.contains(next))
            .forEach(open::addLast);
      }
    }
  }

  private Set<UUID> above(Change change, Collection<UUID> competencies) {
    Set<UUID> above = new HashSet<>(parts.wholesOf(competencies));
    Map<UUID, Timeline> holding = timelines.of(above);
    above.removeIf(each -> !holding.getOrDefault(each, Timeline.DEFAULT).looksAtOthers());
    above.addAll(parts.unfounded(change.learner()));
    return above;
  }

  /** Whether it changed. */
  private boolean decide(Change change, Subject subject, Timeline timeline) {
    Optional<StandingAchievement> standing = achievements.findStanding(change.learner(), subject);
    boolean unfounded =
        standing.isPresent()
            && subject
                .asCompetency()
                .filter(parts.unfounded(change.learner())::contains)
                .isPresent();
    List<Part> made = partsOf(change.learner(), subject, true);
    if (standing.isPresent() && !unfounded && !mayBeEarlier(change, standing.get(), made)) {
      return false;
    }
    List<Rule> rules = new ArrayList<>(rulebook.of(subject));
    standing.ifPresent(before -> rules.addAll(before.rules()));
    Question question = new Question(subject, change.inForce().under(rules), rules, timeline, made);
    Optional<Met> met = Mastery.decide(question, change.now());
    if (standing.isEmpty()) {
      return met.filter(some -> recorder.record(change.learner(), some, change.now())).isPresent();
    }
    return unfounded
        ? found(change, standing.get(), question, met)
        : bringForward(change, standing.get(), met);
  }

  /** Only by what a result brought about: a change of rules leaves what stands as it is. */
  private static boolean mayBeEarlier(
      Change change, StandingAchievement standing, List<Part> parts) {
    return change.result().isPresent()
        && parts.stream()
            .flatMap(part -> part.held().stream())
            .anyMatch(held -> held.day().isBefore(standing.firstMetOn()));
  }

  /** Puts one whose ground is gone on others, if there are any. */
  private boolean found(
      Change change, StandingAchievement before, Question question, Optional<Met> today) {
    Optional<Met> met =
        today.or(
            () -> Mastery.decide(question.under(Timeline.always(before.policy())), change.now()));
    return replace(change, before, met, Explanation.ofPart(met.isPresent()));
  }

  private boolean bringForward(Change change, StandingAchievement before, Optional<Met> today) {
    LocalDate day = before.firstMetOn();
    return today
        .filter(met -> met.firstMetOn().isBefore(day))
        .filter(
            met -> replace(change, before, Optional.of(met), Explanation.ofEarlierPart(day, met)))
        .isPresent();
  }

  private boolean replace(
      Change change, StandingAchievement before, Optional<Met> met, String reason) {
    change
        .result()
        .ifPresent(result -> {
          recorder.withdraw(change.learner(), result, before, reason, change.now());
          met.ifPresent(some -> recorder.renew(change.learner(), some, before, change.now()));
        });
    return change.result().isPresent();
  }
}
