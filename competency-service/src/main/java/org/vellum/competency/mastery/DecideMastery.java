package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
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
  private final Achievements achievements;
  private final RecordAchievement recorder;
  private final EventLog events;
  private final Clock clock;

  @Inject
  public DecideMastery(
      Rulebook rulebook,
      Achievements achievements,
      RecordAchievement recorder,
      EventLog events,
      Clock clock) {
    this.rulebook = rulebook;
    this.achievements = achievements;
    this.recorder = recorder;
    this.events = events;
    this.clock = clock;
  }

  /** Decides on all that the fact bears upon. */
  public void decide(NewFact news) {
    Instant now = clock.instant();
    Map<Subject, List<Rule>> rules =
        rulesMetMaybe(news).stream().collect(Collectors.groupingBy(Rule::subject));
    announce(news, rules, now);
    Map<Subject, StandingAchievement> standing =
        achievements.standing(news.learner(), news.fact(), rules.keySet());
    standing.forEach((subject, achievement) -> reconsider(news, subject, achievement, now));
    rules.forEach((subject, ofSubject) -> {
      if (!standing.containsKey(subject)) {
        Mastery.decide(List.of(news.fact()), ofSubject, now)
            .ifPresent(met -> recorder.record(news.learner(), met, now));
      }
    });
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

  /** What does not count meets no rule. */
  private List<Rule> rulesMetMaybe(NewFact news) {
    return news.fact().counts()
        ? news.lineItem().map(rulebook::covering).orElse(List.of())
        : List.of();
  }

  /**
   * Ends an achievement whose ground is gone, unless other facts carry it. The rule of then counts
   * beside those of today, so that a rule changed since takes nothing away.
   */
  private void reconsider(
      NewFact news, Subject subject, StandingAchievement achievement, Instant now) {
    Mastery.reasonToWithdraw(achievement.standing(), news.fact())
        .ifPresent(reason -> {
          List<Rule> rules = new ArrayList<>(rulebook.of(subject));
          rules.add(achievement.standing().rule());
          recorder.withdraw(news, achievement, reason, now);
          Mastery.decide(news.inForce().get(), rules, now)
              .ifPresent(met -> recorder.renew(news.learner(), met, achievement, now));
        });
  }
}
