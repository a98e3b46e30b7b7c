package org.vellum.competency.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.competency.evaluation.EvaluationResults;
import org.vellum.competency.mastery.Achievements;
import org.vellum.competency.mastery.Parts;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.mastery.model.FactIndex;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.Policies;
import org.vellum.competency.mastery.policy.PolicyReach;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.platform.usecase.Component;

/**
 * Whom a proposed policy would affect, learner by learner: who would attain what, and who would not
 * reach by it what he or she has attained, and keeps; with what would follow for parents and exact
 * matches of what would be attained.
 */
@Component
public class PreviewPolicy {
  private final PolicyReach reach;
  private final Policies policies;
  private final Timelines timelines;
  private final Rulebook rulebook;
  private final Parts parts;
  private final Achievements achievements;
  private final EvaluationResults results;
  private final FollowGains followGains;
  private final Clock clock;

  @Inject
  public PreviewPolicy(
      PolicyReach reach,
      Policies policies,
      Timelines timelines,
      Rulebook rulebook,
      Parts parts,
      Achievements achievements,
      EvaluationResults results,
      FollowGains followGains,
      Clock clock) {
    this.reach = reach;
    this.policies = policies;
    this.timelines = timelines;
    this.rulebook = rulebook;
    this.parts = parts;
    this.achievements = achievements;
    this.results = results;
    this.followGains = followGains;
    this.clock = clock;
  }

  /**
   * One learner and one competency.
   *
   * @param learner our own identifier of the learner
   * @param competency identifier of the CFItem
   * @param gains whether the learner would attain it; else the learner keeps it
   * @param explanation in one sentence
   */
  public record Affected(UUID learner, UUID competency, boolean gains, String explanation) {}

  /**
   * A part of the preview.
   *
   * @param affected who is, among those judged
   * @param judged how many learners were judged
   * @param next the learner after whom the next part begins, if there is one
   */
  public record Part(List<Affected> affected, int judged, Optional<UUID> next) {}

  /**
   * Judges so many learners.
   *
   * @param after the learner after whom to begin
   * @param most at most so many learners
   */
  public Part preview(PolicyVersion proposed, Optional<UUID> after, int most) {
    Judged judged = judged(proposed);
    RulesBegun covered = reach.of(proposed);
    List<UUID> learners = results.learnersWith(after.map(covered::after).orElse(covered), most);
    List<Affected> affected = new ArrayList<>();
    learners.forEach(learner -> affected.addAll(affected(proposed, judged, learner)));
    return new Part(
        affected,
        learners.size(),
        learners.size() == most ? Optional.of(learners.getLast()) : Optional.empty());
  }

  /** What is the same for all learners: the competencies for which another policy would hold. */
  private record Judged(
      Map<UUID, Timeline> policies, Map<UUID, List<Rule>> rules, LocalDate day, Instant now) {}

  private Judged judged(PolicyVersion proposed) {
    Instant now = clock.instant();
    Set<UUID> competencies = policies.competenciesOf(proposed.framework(), proposed.competency());
    Map<UUID, Timeline> before = timelines.of(competencies);
    Map<UUID, Timeline> changed = new HashMap<>(timelines.with(competencies, proposed));
    changed
        .entrySet()
        .removeIf(entry ->
            entry.getValue().equals(before.getOrDefault(entry.getKey(), Timeline.DEFAULT)));
    LocalDate today = Policies.today(now);
    LocalDate day = proposed.from().isAfter(today) ? proposed.from() : today;
    return new Judged(changed, rulebook.of(changed.keySet()), day, atLeast(now, day));
  }

  /** A policy of a day to come is judged as if the day had come. */
  private static Instant atLeast(Instant now, LocalDate day) {
    Instant then = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return then.isAfter(now) ? then : now;
  }

  private List<Affected> affected(PolicyVersion proposed, Judged judged, UUID learner) {
    FactIndex facts = FactIndex.of(results.inForce(learner));
    Map<UUID, String> standing = achievements.explanations(learner);
    List<Affected> affected = new ArrayList<>();
    Map<UUID, Met> gained = new LinkedHashMap<>();
    judged
        .policies()
        .keySet()
        .forEach(competency -> {
          Question question = question(judged, learner, facts, competency);
          String attained = standing.get(competency);
          if (attained == null) {
            Mastery.decide(question, judged.now()).ifPresent(met -> gained.put(competency, met));
          } else if (!isMetBy(question, judged)) {
            affected.add(new Affected(learner, competency, false, attained));
          }
        });
    Map<UUID, Met> all = new LinkedHashMap<>(gained);
    if (!gained.isEmpty()) {
      all.putAll(
          followGains.follow(
              new FollowGains.Gains(
                  learner, proposed, facts, standing.keySet(), gained, judged.now())));
    }
    all.forEach((competency, met) ->
        affected.add(new Affected(learner, competency, true, met.explanation())));
    return affected;
  }

  private Question question(Judged judged, UUID learner, FactIndex facts, UUID competency) {
    List<Rule> rules = judged.rules().getOrDefault(competency, List.of());
    Timeline timeline = judged.policies().getOrDefault(competency, Timeline.DEFAULT);
    return new Question(
        Subject.competency(competency),
        facts.under(rules),
        rules,
        timeline,
        timeline.looksAtOthers() ? parts.of(learner, competency) : List.of());
  }

  /** Whether what is attained would be attained by the policy alone, too. */
  private static boolean isMetBy(Question question, Judged judged) {
    return Mastery.decide(
            question.under(Timeline.always(question.policies().on(judged.day()))), judged.now())
        .isPresent();
  }
}
