package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.AttainmentWithdrawn;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CourseCompletionWithdrawn;
import org.vellum.contracts.CourseEnrollmentChanged;
import org.vellum.contracts.CredentialEvent;
import org.vellum.contracts.EngagementObserved;
import org.vellum.contracts.EvaluationEvidence;
import org.vellum.contracts.Event;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.RecordRequestAgreed;
import org.vellum.contracts.ResultRecorded;
import org.vellum.finaid.facts.UnitFact.What;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.event.ReadEvent;
import org.vellum.platform.usecase.Component;

/**
 * Keeps what other services tell of learners and programs. Each fact has its event's own identity,
 * so reading an event again changes nothing.
 */
@Component
public class FactsProjection implements EventConsumer {
  private final Learners learners;
  private final Programs programs;
  private final UnitFacts units;
  private final EngagementWeeks engagement;

  @Inject
  public FactsProjection(
      Learners learners, Programs programs, UnitFacts units, EngagementWeeks engagement) {
    this.learners = learners;
    this.programs = programs;
    this.units = units;
    this.engagement = engagement;
  }

  @Override
  public String cursor() {
    return "financial-aid.facts";
  }

  @Override
  public Set<Class<? extends Record>> reads() {
    return Set.of(
        AttainmentRecorded.class,
        AttainmentWithdrawn.class,
        CourseCompleted.class,
        CourseCompletionWithdrawn.class,
        CourseEnrollmentChanged.class,
        EngagementObserved.class,
        LearnerEnrolled.class,
        ProgramPublished.class,
        ResultRecorded.class);
  }

  /** Results and enrollments come by the thousand, and are kept together. */
  @Override
  public void consumeAll(List<ReadEvent> events) {
    List<UnitFacts.Told> waiting = new ArrayList<>();
    for (ReadEvent each : events) {
      switch (each.event()) {
        case ResultRecorded fact -> waiting.add(new UnitFacts.Told(fact(fact), each.context()));
        case CourseEnrollmentChanged fact ->
            fact(fact).ifPresent(begun -> waiting.add(new UnitFacts.Told(begun, each.context())));
        default -> {
          units.keepAll(waiting);
          waiting.clear();
          consume(each.event(), each.context());
        }
      }
    }
    units.keepAll(waiting);
  }

  @Override
  public void consume(Record event, EventContext context) {
    switch ((Event) event) {
      case LearnerEnrolled fact -> learners.keep(fact, context);
      case ProgramPublished fact -> programs.keep(fact, context);
      case EngagementObserved fact -> engagement.keep(fact, context);
      case CourseEnrollmentChanged fact -> fact(fact).ifPresent(each -> keep(each, context));
      case ResultRecorded fact -> keep(fact(fact), context);
      case CourseCompleted fact -> facts(fact).forEach(each -> keep(each, context));
      case AttainmentRecorded fact -> facts(fact).forEach(each -> keep(each, context));
      case AttainmentWithdrawn fact ->
          units.takeBack(id(fact.attainment()), fact.learner(), context);
      case CourseCompletionWithdrawn fact ->
          units.takeBack(id(fact.completion()), fact.learner(), context);
      case CredentialEvent fact -> throw notAskedFor(fact);
      case FrameworkAdopted fact -> throw notAskedFor(fact);
      case RecordRequestAgreed fact -> throw notAskedFor(fact);
    }
  }

  private static IllegalArgumentException notAskedFor(Event fact) {
    return new IllegalArgumentException("not asked for: " + fact.getClass().getSimpleName());
  }

  private void keep(UnitFact fact, EventContext context) {
    units.keepAll(List.of(new UnitFacts.Told(fact, context)));
  }

  /** A roster without a first day does not tell when an attempt began. */
  private static Optional<UnitFact> fact(CourseEnrollmentChanged fact) {
    return fact.beginDate()
        .map(begin ->
            new UnitFact(
                "enrollment:" + fact.enrollment(),
                fact.learner(),
                fact.courseSourcedId(),
                Kind.COURSE,
                What.BEGUN,
                fact.courseTitle(),
                begin,
                fact.endDate(),
                Optional.empty(),
                fact.active()));
  }

  private static UnitFact fact(ResultRecorded fact) {
    return new UnitFact(
        "result:" + fact.result(),
        fact.learner(),
        fact.courseSourcedId(),
        Kind.COURSE,
        fact.standing() == ResultRecorded.Standing.NOT_PASSED ? What.FAILED : What.EVALUATED,
        fact.courseTitle(),
        fact.scoreDate(),
        Optional.empty(),
        Optional.empty(),
        fact.standing() != ResultRecorded.Standing.NONE);
  }

  private static List<UnitFact> facts(CourseCompleted fact) {
    return List.of(
        new UnitFact(
            id(fact.completion()),
            fact.learner(),
            fact.courseSourcedId(),
            Kind.COURSE,
            What.PASSED,
            fact.courseTitle(),
            day(fact.completedAt()),
            Optional.empty(),
            fact.credits(),
            true));
  }

  /** The attainment, and the days on which its evidence was evaluated. */
  private static List<UnitFact> facts(AttainmentRecorded fact) {
    List<UnitFact> facts = new ArrayList<>();
    for (EvaluationEvidence evidence : fact.evidence()) {
      facts.add(
          attained(
              fact,
              id(fact.attainment()) + "/" + evidence.result(),
              What.EVALUATED,
              evidence.scoreDate()));
    }
    facts.add(attained(fact, id(fact.attainment()), What.PASSED, day(fact.attainedAt())));
    return facts;
  }

  private static UnitFact attained(AttainmentRecorded fact, String id, What what, LocalDate day) {
    return new UnitFact(
        id,
        fact.learner(),
        fact.competency().identifier().toString(),
        Kind.COMPETENCY,
        what,
        fact.competency().statement(),
        day,
        Optional.empty(),
        Optional.empty(),
        true);
  }

  private static String id(UUID achievement) {
    return "achievement:" + achievement;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
