package org.vellum.competency.mastery;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.mastery.model.EvaluatedLineItem;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.platform.persistence.Together;

/**
 * What decisions on the facts of one turn look at, asked for at once however many they are, and
 * kept up to date while they are decided on one after another; and what they lead to, kept at once.
 */
final class Round {
  private final Achievements achievements;
  private final RecordAchievement.Gathering gathering;
  private final Instant now;
  private final Map<EvaluatedLineItem, Map<Subject, List<Rule>>> covering;
  private final Map<UUID, Timeline> timelines;
  private final Map<UUID, Map<Subject, StandingAchievement>> standing;
  private final Set<UUID> askedAnew = new HashSet<>();
  private final Map<Subject, List<Rule>> rules = new HashMap<>();
  private final Supplier<RollUps.Reach> asksReach;
  private RollUps.@Nullable Reach reach;

  /** Where to ask. */
  record Questions(
      Rulebook rulebook, Timelines policies, Achievements achievements, RollUps rollUps) {}

  Round(
      Questions questions, List<NewFact> all, RecordAchievement.Gathering gathering, Instant now) {
    this.achievements = questions.achievements();
    this.gathering = gathering;
    this.now = now;
    Together together = achievements.together();
    Supplier<Map<EvaluatedLineItem, Map<Subject, List<Rule>>>> covers =
        questions
            .rulebook()
            .askCovering(
                all.stream().map(news -> news.fact().lineItem()).distinct().toList(), together);
    // Asks with the same line items and courses.
    Supplier<Map<UUID, Timeline>> holding =
        questions.policies().askOf(together, Catalogue.EVIDENCED, query -> {});
    Supplier<Map<UUID, Map<Subject, StandingAchievement>>> stands =
        achievements.askStanding(together, all);
    together.send();
    this.covering = covers.get();
    this.timelines = holding.get();
    this.standing = stands.get();
    Set<UUID> competencies = new HashSet<>();
    covering
        .values()
        .forEach(subjects ->
            subjects
                .keySet()
                .forEach(subject -> subject.asCompetency().ifPresent(competencies::add)));
    Set<UUID> learners = new HashSet<>();
    all.forEach(news -> learners.add(news.learner()));
    this.asksReach = () -> questions.rollUps().reach(competencies, learners);
  }

  Instant now() {
    return now;
  }

  RecordAchievement.Gathering gathering() {
    return gathering;
  }

  /** The rules in force that cover a fact's line item, by what they are about. */
  Map<Subject, List<Rule>> covering(NewFact news) {
    return covering.getOrDefault(news.fact().lineItem(), Map.of());
  }

  /** How results are put together into a subject. */
  Timeline timeline(Subject subject) {
    return subject
        .asCompetency()
        .map(competency -> timelines.getOrDefault(competency, Timeline.DEFAULT))
        .orElse(Timeline.DEFAULT);
  }

  /** The rules in force by which a subject is mastered. */
  List<Rule> rules(Subject subject, Rulebook rulebook) {
    return rules.computeIfAbsent(subject, rulebook::of);
  }

  /** What stands of a learner and may be ended by a fact, or need not be decided on anew. */
  Map<Subject, StandingAchievement> standing(NewFact news) {
    if (!askedAnew.contains(news.learner())) {
      return new LinkedHashMap<>(standing.getOrDefault(news.learner(), Map.of()));
    }
    gathering.keep();
    return achievements.standing(news, covering(news).keySet());
  }

  /** Something new stands. */
  void add(NewAchievement added) {
    standing
        .computeIfAbsent(added.learner(), any -> new LinkedHashMap<>())
        .put(added.met().subject(), added.standing());
  }

  /** What is known of a learner may be true no more: it is asked for anew from now on. */
  void askAnew(UUID learner) {
    askedAnew.add(learner);
  }

  /** Whether a change of the learner may change what is made of others. */
  boolean reaches(UUID learner) {
    if (reach == null) {
      reach = asksReach.get();
    }
    return askedAnew.contains(learner) || reach.concerns(learner);
  }
}
