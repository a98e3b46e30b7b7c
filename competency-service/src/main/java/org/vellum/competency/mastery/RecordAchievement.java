package org.vellum.competency.mastery;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.roster.Roster;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.AttainmentWithdrawn;
import org.vellum.contracts.Competency;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CourseCompletionWithdrawn;
import org.vellum.contracts.EvaluationEvidence;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** Keeps a decision and announces it, in the words that are in force now. */
@Component
public class RecordAchievement {
  private final Frameworks frameworks;
  private final Roster roster;
  private final Rulebook rulebook;
  private final Achievements achievements;
  private final EventLog events;
  private final Ids ids;

  @Inject
  public RecordAchievement(
      Frameworks frameworks,
      Roster roster,
      Rulebook rulebook,
      Achievements achievements,
      EventLog events,
      Ids ids) {
    this.frameworks = frameworks;
    this.roster = roster;
    this.rulebook = rulebook;
    this.achievements = achievements;
    this.events = events;
    this.ids = ids;
  }

  /** A rule may name what no framework or roster of ours knows: then nothing is achieved. */
  void record(UUID learner, Met met, Instant now) {
    stated(met.rule().subject()).ifPresent(stated -> keep(learner, met, stated, now));
  }

  /** As {@link #record}; what is known no more keeps the words of before. */
  void renew(UUID learner, Met met, StandingAchievement before, Instant now) {
    keep(learner, met, stated(met.rule().subject()).orElseGet(() -> stated(before)), now);
  }

  void withdraw(NewFact news, StandingAchievement achievement, String reason, Instant now) {
    UUID id = achievement.standing().id();
    achievements.withdraw(id, news.fact().id(), now, reason);
    Record event =
        switch (achievement.subject().kind()) {
          case COMPETENCY -> new AttainmentWithdrawn(id, news.learner(), now, reason);
          case COURSE -> new CourseCompletionWithdrawn(id, news.learner(), now, reason);
        };
    events.announce(event, news.learner().toString());
  }

  private void keep(UUID learner, Met met, Record stated, Instant now) {
    UUID id = ids.next();
    achievements.add(id, learner, met, stated, now);
    events.announce(event(id, learner, met, stated), learner.toString());
  }

  private Optional<Record> stated(Subject subject) {
    return switch (subject.kind()) {
      case COMPETENCY ->
          subject.asCompetency().flatMap(frameworks::findCompetency).map(Record.class::cast);
      case COURSE -> course(subject.id()).map(Record.class::cast);
    };
  }

  private static Record stated(StandingAchievement before) {
    Class<? extends Record> type =
        switch (before.subject().kind()) {
          case COMPETENCY -> Competency.class;
          case COURSE -> CompletedCourse.class;
        };
    try {
      return Json.mapper().readValue(before.stated(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored as stated can be read", e);
    }
  }

  private Optional<CompletedCourse> course(String sourcedId) {
    return roster
        .findCourse(sourcedId)
        .map(course ->
            new CompletedCourse(
                sourcedId,
                course.title(),
                course.code(),
                rulebook.completion(sourcedId).flatMap(rule -> rule.credits())));
  }

  private static Record event(UUID id, UUID learner, Met met, Record stated) {
    return switch (stated) {
      case Competency competency ->
          new AttainmentRecorded(
              id, learner, competency, met.at(), met.explanation(), evidence(met));
      case CompletedCourse course ->
          new CourseCompleted(
              id,
              learner,
              course.sourcedId(),
              course.title(),
              course.code(),
              course.credits(),
              met.at(),
              evidence(met));
      default -> throw new IllegalStateException("neither a competency nor a course");
    };
  }

  private static List<EvaluationEvidence> evidence(Met met) {
    return List.of(
        new EvaluationEvidence(
            met.fact().id(),
            met.fact().sourcedId(),
            met.fact().lineItem().title(),
            met.fact().lineItem().courseTitle(),
            met.evidence().score(),
            met.evidence().scale().maximum(),
            met.evidence().scoreDate(),
            met.evidence().comment()));
  }
}
