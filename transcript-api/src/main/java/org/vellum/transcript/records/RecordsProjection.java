package org.vellum.transcript.records;

import jakarta.inject.Inject;
import java.util.Set;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.AttainmentWithdrawn;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CourseCompletionWithdrawn;
import org.vellum.contracts.CourseEnrollmentChanged;
import org.vellum.contracts.CredentialEvent;
import org.vellum.contracts.EngagementObserved;
import org.vellum.contracts.Event;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.RecordRequestAgreed;
import org.vellum.contracts.ResultRecorded;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Component;

/** Keeps what competency-service tells of learners. Reading an event again changes nothing. */
@Component
public class RecordsProjection implements EventConsumer {
  private final Learners learners;
  private final Attainments attainments;

  @Inject
  public RecordsProjection(Learners learners, Attainments attainments) {
    this.learners = learners;
    this.attainments = attainments;
  }

  @Override
  public String cursor() {
    return "transcript.records";
  }

  @Override
  public Set<Class<? extends Record>> reads() {
    return Set.of(
        LearnerEnrolled.class,
        AttainmentRecorded.class,
        AttainmentWithdrawn.class,
        CourseCompleted.class,
        CourseCompletionWithdrawn.class);
  }

  @Override
  public void consume(Record event, EventContext context) {
    switch ((Event) event) {
      case LearnerEnrolled fact -> learners.keep(fact, context.position());
      case AttainmentRecorded fact -> attainments.keep(fact);
      case CourseCompleted fact -> attainments.keep(fact);
      case AttainmentWithdrawn fact ->
          attainments.withdraw(
              fact.attainment(), fact.learner(), new Withdrawal(fact.withdrawnAt(), fact.reason()));
      case CourseCompletionWithdrawn fact ->
          attainments.withdraw(
              fact.completion(), fact.learner(), new Withdrawal(fact.withdrawnAt(), fact.reason()));
      case CourseEnrollmentChanged fact -> throw notAskedFor(fact);
      case CredentialEvent fact -> throw notAskedFor(fact);
      case EngagementObserved fact -> throw notAskedFor(fact);
      case ProgramPublished fact -> throw notAskedFor(fact);
      case FrameworkAdopted fact -> throw notAskedFor(fact);
      case RecordRequestAgreed fact -> throw notAskedFor(fact);
      case ResultRecorded fact -> throw notAskedFor(fact);
    }
  }

  private static IllegalArgumentException notAskedFor(Event fact) {
    return new IllegalArgumentException("not asked for: " + fact.getClass().getSimpleName());
  }
}
