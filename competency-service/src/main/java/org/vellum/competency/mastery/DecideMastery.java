package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.mastery.model.Explanation;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.contracts.ResultRecorded;
import org.vellum.contracts.ResultRecorded.Standing;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Announces a new fact, decides what it changes in what a learner has achieved, records that and
 * announces it too. The caller stored the fact in the same transaction, and lets nobody else decide
 * on this learner meanwhile.
 */
@UseCase
public class DecideMastery {
  private final Rulebook rulebook;
  private final Timelines timelines;
  private final Achievements achievements;
  private final RecordAchievement recorder;
  private final RollUps rollUps;
  private final EventLog events;
  private final Clock clock;

  @Inject
  public DecideMastery(
      Rulebook rulebook,
      Timelines timelines,
      Achievements achievements,
      RecordAchievement recorder,
      RollUps rollUps,
      EventLog events,
      Clock clock) {
    this.rulebook = rulebook;
    this.timelines = timelines;
    this.achievements = achievements;
    this.recorder = recorder;
    this.rollUps = rollUps;
    this.events = events;
    this.clock = clock;
  }

  /** Decides on all that the fact bears upon. */
  public void decide(NewFact news) {
    Instant now = clock.instant();
    Map<Subject, List<Rule>> covering =
        rulebook.covering(news.fact().lineItem()).stream()
            .collect(Collectors.groupingBy(Rule::subject, LinkedHashMap::new, Collectors.toList()));
    announce(news, covering, now);
    Bearing bearing = new Bearing(news, covering, timelines(covering.keySet()), now);
    Map<Subject, StandingAchievement> standing =
        achievements.standing(news.learner(), news.fact(), covering.keySet());
    Set<UUID> changed = new HashSet<>();
    standing.forEach((subject, achievement) -> {
      if (reconsider(bearing, achievement)) {
        subject.asCompetency().ifPresent(changed::add);
      }
    });
    covering.keySet().stream()
        .filter(subject -> !standing.containsKey(subject))
        .filter(subject ->
            decide(bearing, subject)
                .filter(met -> recorder.record(news.learner(), met, now))
                .isPresent())
        .forEach(subject -> subject.asCompetency().ifPresent(changed::add));
    if (!changed.isEmpty()) {
      rollUps.follow(
          new RollUps.Change(news.learner(), Optional.of(news.fact().id()), news.inForce(), now),
          changed);
    }
  }

  /**
   * What a new fact bears upon.
   *
   * @param covering the rules in force that cover its line item
   * @param timelines policies other than the default
   */
  private record Bearing(
      NewFact news,
      Map<Subject, List<Rule>> covering,
      Map<Subject, Timeline> timelines,
      Instant now) {

    Timeline timeline(Subject subject) {
      return timelines.getOrDefault(subject, Timeline.DEFAULT);
    }
  }

  private Map<Subject, Timeline> timelines(Collection<Subject> subjects) {
    Set<UUID> competencies = new HashSet<>();
    subjects.forEach(subject -> subject.asCompetency().ifPresent(competencies::add));
    return timelines.of(competencies).entrySet().stream()
        .collect(
            Collectors.toMap(entry -> Subject.competency(entry.getKey()), Map.Entry::getValue));
  }

  private void announce(NewFact news, Map<Subject, List<Rule>> rules, Instant now) {
    Fact fact = news.fact();
    ResultRecorded event =
        new ResultRecorded(
            fact.source() + "/" + fact.sourcedId(),
            news.learner(),
            fact.lineItem().course(),
            fact.lineItem().courseTitle(),
            fact.scoreDate(),
            standing(fact, rules.get(Subject.course(fact.lineItem().course())), now));
    events.announce(event, event.subject());
  }

  private static Standing standing(Fact fact, @Nullable List<Rule> completing, Instant now) {
    if (!fact.counts()) {
      return fact.isHandedIn() ? Standing.EVALUATED : Standing.NONE;
    }
    if (completing == null || fact.score().isEmpty()) {
      return Standing.EVALUATED;
    }
    return Mastery.decide(List.of(fact), completing, now).isPresent()
        ? Standing.PASSED
        : Standing.NOT_PASSED;
  }

  /** On what does not stand. By the default, what came before was decided on when it came. */
  private Optional<Met> decide(Bearing bearing, Subject subject) {
    Timeline timeline = bearing.timeline(subject);
    Fact fact = bearing.news().fact();
    if (timeline.isDefault()) {
      List<Rule> rules = bearing.covering().getOrDefault(subject, List.of());
      return fact.counts() ? Mastery.decide(List.of(fact), rules, bearing.now()) : Optional.empty();
    }
    return Mastery.decide(
        question(bearing, subject, rulebook.of(subject), timeline.looksAtOthers()), bearing.now());
  }

  private Question question(
      Bearing bearing, Subject subject, List<Rule> rules, boolean looksAtOthers) {
    return new Question(
        subject,
        bearing.news().inForce().under(rules),
        rules,
        bearing.timeline(subject),
        rollUps.partsOf(bearing.news().learner(), subject, looksAtOthers));
  }

  /**
   * Ends an achievement whose ground is gone, unless other facts carry it. The rules and the policy
   * of then count beside those of today, so that what changed since takes nothing away.
   *
   * @return whether it ends, be it to be recorded anew
   */
  private boolean reconsider(Bearing bearing, StandingAchievement achievement) {
    Fact fact = bearing.news().fact();
    Optional<String> ended =
        achievement.grounds().stream()
            .flatMap(ground -> Mastery.reasonToWithdraw(ground, fact).stream())
            .findFirst();
    if (ended.isEmpty() && !weighsAgainst(bearing, achievement)) {
      return false;
    }
    Optional<Met> met = decideAgain(bearing, achievement);
    if (ended.isEmpty() && met.isPresent()) {
      return false;
    }
    String reason =
        ended
            .map(one ->
                achievement.policy().equals(Policy.byDefault())
                    ? one
                    : Explanation.ofChange(fact, met.isPresent()))
            .orElseGet(() -> Explanation.ofLateResult(fact));
    UUID learner = bearing.news().learner();
    recorder.withdraw(learner, fact.id(), achievement, reason, bearing.now());
    met.ifPresent(some -> recorder.renew(learner, some, achievement, bearing.now()));
    return true;
  }

  /**
   * Whether the policy may say no with a fact of before, on which the achievement does not rest.
   */
  private static boolean weighsAgainst(Bearing bearing, StandingAchievement achievement) {
    return !achievement.policy().onlyGrows()
        && bearing.covering().containsKey(achievement.subject())
        && !bearing.news().fact().scoreDate().isAfter(achievement.day());
  }

  private Optional<Met> decideAgain(Bearing bearing, StandingAchievement achievement) {
    List<Rule> rules = new ArrayList<>(rulebook.of(achievement.subject()));
    rules.addAll(achievement.rules());
    Subject subject = achievement.subject();
    boolean others =
        bearing.timeline(subject).looksAtOthers() || achievement.policy().looksAtOthers();
    Question question = question(bearing, subject, rules, others);
    return Mastery.decide(question, bearing.now())
        .or(() ->
            Mastery.decide(question.under(Timeline.always(achievement.policy())), bearing.now()));
  }
}
