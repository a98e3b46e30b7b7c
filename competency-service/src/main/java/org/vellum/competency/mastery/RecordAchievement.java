package org.vellum.competency.mastery;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.model.Basis;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.roster.Roster;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.AttainmentWithdrawn;
import org.vellum.contracts.Competency;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CourseCompletionWithdrawn;
import org.vellum.contracts.EvaluationEvidence;
import org.vellum.platform.event.Announced;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** Keeps a decision and announces it, in the words that are in force now. */
@Component
public class RecordAchievement {
  private static final int MOST_EVIDENCE = 100;

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

  /**
   * Begins to gather what is achieved and announced, to be kept at once.
   *
   * @param together what goes to the database before, such as the fact on which it rests
   */
  Gathering gather(Together together) {
    return new Gathering(together);
  }

  private Gathering gather() {
    return gather(achievements.together());
  }

  /**
   * A rule may name what no framework or roster of ours knows: then nothing is achieved.
   *
   * @return whether something is
   */
  boolean record(UUID learner, Met met, Instant now) {
    Gathering one = gather();
    boolean recorded = one.record(learner, met, now).isPresent();
    one.keep();
    return recorded;
  }

  /** As {@link #record}; what is known no more keeps the words of before. */
  void renew(UUID learner, Met met, StandingAchievement before, Instant now) {
    Gathering one = gather();
    one.add(learner, met, stated(met.subject()).orElseGet(() -> stated(before)), now);
    one.keep();
  }

  /**
   * Ends one.
   *
   * @param result the correction that ends it
   */
  void withdraw(
      UUID learner, UUID result, StandingAchievement achievement, String reason, Instant now) {
    UUID id = achievement.id();
    achievements.withdraw(id, result, now, reason);
    Record event =
        switch (achievement.subject().kind()) {
          case COMPETENCY -> new AttainmentWithdrawn(id, learner, now, reason);
          case COURSE -> new CourseCompletionWithdrawn(id, learner, now, reason);
        };
    events.announce(event, learner.toString());
  }

  /**
   * Achievements and events that wait to be kept, in their order. What is achieved is worded once
   * for all of them. Whoever asks the database what stands has them kept before.
   */
  final class Gathering {
    private final Map<Subject, Optional<Record>> stated = new HashMap<>();
    private final List<NewAchievement> waiting = new ArrayList<>();
    private final List<Announced> announced = new ArrayList<>();

    private final Together together;

    private Gathering(Together together) {
      this.together = together;
    }

    void announce(Record event, UUID learner) {
      announced.add(new Announced(event, learner.toString()));
    }

    /** What is achieved; empty if the subject is known nowhere. */
    Optional<NewAchievement> record(UUID learner, Met met, Instant now) {
      return stated
          .computeIfAbsent(met.subject(), RecordAchievement.this::stated)
          .map(words -> add(learner, met, words, now));
    }

    private NewAchievement add(UUID learner, Met met, Record words, Instant now) {
      NewAchievement added = new NewAchievement(ids.next(), learner, met, words, now);
      waiting.add(added);
      announce(event(added.id(), learner, met, words), learner);
      return added;
    }

    /** Keeps what waits. */
    void keep() {
      achievements.addAll(waiting, together);
      events.announceEach(announced, together);
      together.send();
      waiting.clear();
      announced.clear();
    }
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

  /** Each result once, the newest where there are very many: a credential tells them all. */
  private static List<EvaluationEvidence> evidence(Met met) {
    Map<UUID, EvaluationEvidence> evidence = new LinkedHashMap<>();
    met.basis().forEach(basis -> evidence.putIfAbsent(basis.result(), evidence(basis)));
    return evidence.values().stream().skip(Math.max(0, evidence.size() - MOST_EVIDENCE)).toList();
  }

  private static EvaluationEvidence evidence(Basis basis) {
    return new EvaluationEvidence(
        basis.result(),
        basis.sourcedId(),
        basis.lineItem(),
        basis.course(),
        basis.evidence().score(),
        basis.evidence().scale().maximum(),
        basis.evidence().scoreDate(),
        basis.evidence().comment());
  }
}
