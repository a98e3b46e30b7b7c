package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.usecase.UseCase;

/**
 * Decides what a new fact changes in what a learner has achieved, records and announces it. The
 * caller stored the fact in the same transaction, and lets nobody else decide on this learner
 * meanwhile.
 */
@UseCase
public class DecideMastery {
  private final Rulebook rulebook;
  private final Achievements achievements;
  private final RecordAchievement recorder;
  private final Clock clock;

  @Inject
  public DecideMastery(
      Rulebook rulebook, Achievements achievements, RecordAchievement recorder, Clock clock) {
    this.rulebook = rulebook;
    this.achievements = achievements;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Decides on all that the fact bears upon. */
  public void decide(NewFact news) {
    Instant now = clock.instant();
    Map<Subject, List<Rule>> rules =
        rulesMetMaybe(news).stream().collect(Collectors.groupingBy(Rule::subject));
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
