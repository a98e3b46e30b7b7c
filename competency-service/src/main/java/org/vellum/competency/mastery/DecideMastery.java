package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.vellum.platform.persistence.Together;
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
  private final Clock clock;

  @Inject
  public DecideMastery(
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
   * Decides on all that the facts bear upon, one after another by their days, so that what the
   * first of them gives need not be recorded anew; with as few ways to the database as one would
   * take.
   *
   * @param together what goes to the database before anything that is asked of it, or that rests on
   *     it
   */
  public void decide(List<NewFact> all, Together together) {
    if (all.isEmpty()) {
      return;
    }
    Round round =
        new Round(
            new Round.Questions(rulebook, timelines, achievements, rollUps),
            all,
            recorder.gather(together),
            clock.instant());
    all.stream()
        .sorted(Comparator.comparing(news -> news.fact().scoreDate()))
        .forEach(news -> decide(new Bearing(news, round.covering(news), round)));
    round.gathering().keep();
  }

  private void decide(Bearing bearing) {
    NewFact news = bearing.news();
    Round round = bearing.round();
    round.gathering().announce(announced(news, bearing.covering(), round.now()), news.learner());
    Map<Subject, StandingAchievement> standing = round.standing(news);
    Set<UUID> changed = new HashSet<>();
    standing.forEach((subject, achievement) -> {
      if (reconsider(bearing, achievement)) {
        round.askAnew(news.learner());
        subject.asCompetency().ifPresent(changed::add);
      }
    });
    for (Subject subject : bearing.covering().keySet()) {
      if (!standing.containsKey(subject)) {
        decide(bearing, subject)
            .flatMap(met -> round.gathering().record(news.learner(), met, round.now()))
            .ifPresent(added -> {
              round.add(added);
              subject.asCompetency().ifPresent(changed::add);
            });
      }
    }
    if (!changed.isEmpty() && round.reaches(news.learner())) {
      round.gathering().keep();
      round.askAnew(news.learner());
      rollUps.follow(
          new RollUps.Change(
              news.learner(), Optional.of(news.fact().id()), news.inForce(), round.now()),
          changed);
    }
  }

  /**
   * What a new fact bears upon.
   *
   * @param covering the rules in force that cover its line item
   * @param round what is known of the others of its turn
   */
  private record Bearing(NewFact news, Map<Subject, List<Rule>> covering, Round round) {

    Timeline timeline(Subject subject) {
      return round.timeline(subject);
    }

    Instant now() {
      return round.now();
    }
  }

  private static ResultRecorded announced(
      NewFact news, Map<Subject, List<Rule>> rules, Instant now) {
    Fact fact = news.fact();
    return new ResultRecorded(
        fact.source() + "/" + fact.sourcedId(),
        news.learner(),
        fact.lineItem().course(),
        fact.lineItem().courseTitle(),
        fact.scoreDate(),
        standing(fact, rules.get(Subject.course(fact.lineItem().course())), now));
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
        question(
            bearing, subject, bearing.round().rules(subject, rulebook), timeline.looksAtOthers()),
        bearing.now());
  }

  private Question question(
      Bearing bearing, Subject subject, List<Rule> rules, boolean looksAtOthers) {
    bearing.round().gathering().keep();
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
    if (ended.isEmpty()) {
      return bearing.covering().containsKey(achievement.subject())
          && (achievement.policy().onlyGrows()
              ? comesBefore(bearing, achievement)
              : weighsAgainst(bearing, achievement));
    }
    Optional<Met> met = decideAgain(bearing, achievement);
    return replace(
        bearing,
        achievement,
        met,
        ended
            .filter(one -> achievement.policy().equals(Policy.byDefault()))
            .orElseGet(() -> Explanation.ofChange(fact, met.isPresent())));
  }

  private boolean replace(
      Bearing bearing, StandingAchievement achievement, Optional<Met> met, String reason) {
    NewFact news = bearing.news();
    bearing.round().gathering().keep();
    recorder.withdraw(news.learner(), news.fact().id(), achievement, reason, bearing.now());
    met.ifPresent(some -> recorder.renew(news.learner(), some, achievement, bearing.now()));
    return true;
  }

  /**
   * Records an achievement anew that a fact of before gives an earlier day: the source's time
   * decides, and not the order of arrival.
   */
  private boolean comesBefore(Bearing bearing, StandingAchievement achievement) {
    Fact fact = bearing.news().fact();
    LocalDate day = achievement.firstMetOn();
    return fact.counts()
        && fact.scoreDate().isBefore(day)
        && decide(bearing, achievement.subject())
            .filter(met -> met.firstMetOn().isBefore(day))
            .filter(met ->
                replace(
                    bearing, achievement, Optional.of(met), Explanation.ofOtherDay(fact, day, met)))
            .isPresent();
  }

  /**
   * Ends an achievement, or gives it another day, where its policy weighs a fact of before against
   * those on which it rests. If another policy took the place of its own since, it stays as it is
   * while either is met.
   */
  private boolean weighsAgainst(Bearing bearing, StandingAchievement achievement) {
    Fact fact = bearing.news().fact();
    LocalDate day = achievement.firstMetOn();
    if (fact.scoreDate().isAfter(day) && !bearing.news().corrects()) {
      return false;
    }
    boolean sameStill =
        bearing.timeline(achievement.subject()).on(day).equals(achievement.policy());
    Optional<Met> met =
        sameStill
            ? Mastery.decide(questionAgain(bearing, achievement), bearing.now())
            : decideAgain(bearing, achievement);
    if (met.filter(some -> !sameStill || some.firstMetOn().equals(day)).isPresent()) {
      return false;
    }
    return replace(
        bearing,
        achievement,
        met,
        met.map(some -> Explanation.ofOtherDay(fact, day, some))
            .orElseGet(() -> Explanation.ofLateResult(fact)));
  }

  private Optional<Met> decideAgain(Bearing bearing, StandingAchievement achievement) {
    Question question = questionAgain(bearing, achievement);
    return Mastery.decide(question, bearing.now())
        .or(() ->
            Mastery.decide(question.under(Timeline.always(achievement.policy())), bearing.now()));
  }

  private Question questionAgain(Bearing bearing, StandingAchievement achievement) {
    Subject subject = achievement.subject();
    List<Rule> rules = new ArrayList<>(bearing.round().rules(subject, rulebook));
    rules.addAll(achievement.rules());
    boolean others =
        bearing.timeline(subject).looksAtOthers() || achievement.policy().looksAtOthers();
    return question(bearing, subject, rules, others);
  }
}
