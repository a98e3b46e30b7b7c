package org.vellum.competency.policy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.mastery.Parts;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.mastery.model.FactIndex;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Part;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.platform.usecase.Component;

/**
 * What a learner would attain besides, by what a proposed policy would let the learner attain:
 * parents that are mastered by their children, exact matches, and so on upwards. As when it is
 * decided, there are so many decisions for one change and no more.
 */
@Component
public class FollowGains {
  private static final int MOST_DECISIONS = 1_000;

  private final Parts parts;
  private final Timelines timelines;
  private final Rulebook rulebook;

  @Inject
  public FollowGains(Parts parts, Timelines timelines, Rulebook rulebook) {
    this.parts = parts;
    this.timelines = timelines;
    this.rulebook = rulebook;
  }

  /**
   * What is followed.
   *
   * @param learner whose gains they are
   * @param proposed the policy that would hold
   * @param facts the learner's facts in force
   * @param standing the competencies that the learner has attained
   * @param gained those that the policy would add, each with how
   * @param now when it is decided
   */
  record Gains(
      UUID learner,
      PolicyVersion proposed,
      FactIndex facts,
      Set<UUID> standing,
      Map<UUID, Met> gained,
      Instant now) {}

  /** What would be attained besides, in the order in which it would be decided. */
  Map<UUID, Met> follow(Gains gains) {
    Map<UUID, Met> all = new LinkedHashMap<>(gains.gained());
    Map<UUID, Met> besides = new LinkedHashMap<>();
    Deque<UUID> open = new ArrayDeque<>(above(gains, all.keySet(), all.keySet()));
    int left = MOST_DECISIONS;
    while (!open.isEmpty() && left > 0) {
      UUID competency = open.removeFirst();
      left--;
      Optional<Met> met = decide(gains, competency, all);
      if (met.isPresent()) {
        all.put(competency, met.get());
        besides.put(competency, met.get());
        above(gains, List.of(competency), all.keySet()).stream()
            .filter(next -> !open.contains(next))
            .forEach(open::addLast);
      }
    }
    return besides;
  }

  /** What may be mastered by these, and is not yet. */
  private Set<UUID> above(Gains gains, Collection<UUID> competencies, Set<UUID> gained) {
    if (competencies.isEmpty()) {
      return Set.of();
    }
    Set<UUID> above = new HashSet<>(parts.wholesOf(competencies));
    above.removeAll(gains.standing());
    above.removeAll(gained);
    Map<UUID, Timeline> holding = timelines.with(above, gains.proposed());
    above.removeIf(each -> !holding.getOrDefault(each, Timeline.DEFAULT).looksAtOthers());
    return above;
  }

  private Optional<Met> decide(Gains gains, UUID competency, Map<UUID, Met> gained) {
    Subject subject = Subject.competency(competency);
    List<Rule> rules = rulebook.of(subject);
    List<Part> held =
        parts.of(gains.learner(), competency).stream()
            .map(part -> part.held().isPresent() ? part : held(part, gained))
            .toList();
    Timeline timeline =
        timelines
            .with(Set.of(competency), gains.proposed())
            .getOrDefault(competency, Timeline.DEFAULT);
    return Mastery.decide(
        new Question(subject, gains.facts().under(rules), rules, timeline, held), gains.now());
  }

  /** A part that would be attained, under its own identifier, since its attainment has none yet. */
  private static Part held(Part part, Map<UUID, Met> gained) {
    return new Part(
        part.competency(),
        part.kind(),
        Optional.ofNullable(gained.get(part.competency()))
            .map(met ->
                new Part.Held(
                    part.competency(),
                    LocalDate.ofInstant(met.at(), ZoneOffset.UTC),
                    met.basis())));
  }
}
