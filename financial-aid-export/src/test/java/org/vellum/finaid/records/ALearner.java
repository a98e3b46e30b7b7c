package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.facts.model.StudentFacts;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;

/** A learner in order, with what a test changes. */
public final class ALearner {
  public static final LocalDate START = LocalDate.of(2025, 9, 1);
  public static final LocalDate AS_OF = LocalDate.of(2026, 2, 10);
  public static final Instant SOURCE = Instant.parse("2026-02-10T09:30:00Z");

  public String id = "S-1";
  public String enrollmentId = "E-1";
  public String familyName = "Lovelace";
  public Optional<LocalDate> birthDate = Optional.of(LocalDate.of(2000, 12, 10));
  public String program = AProgram.ID;
  public LocalDate begin = START;
  public Optional<LocalDate> end = Optional.empty();
  public List<EnrollmentFacts.StatusChange> statuses =
      new ArrayList<>(
          List.of(new EnrollmentFacts.StatusChange(EnrollmentFacts.Status.ENROLLED, START)));
  public EnrollmentFacts.EntryCredit credit = EnrollmentFacts.EntryCredit.NONE;
  public EnrollmentFacts.Origin origin = EnrollmentFacts.Origin.FIRST;
  public List<LeaveFacts> leaves = new ArrayList<>();
  public List<AttemptFacts> attempts = new ArrayList<>();
  public List<EngagementWeek> engagement = new ArrayList<>();
  public Optional<WithdrawalFacts> withdrawal = Optional.empty();
  public List<SapEvaluation> evaluations = new ArrayList<>();
  public List<SubscriptionFacts> subscriptions = new ArrayList<>();
  public List<EnrollmentFacts> others = new ArrayList<>();
  public boolean suppressed;

  public static ALearner of(String number) {
    ALearner learner = new ALearner();
    learner.id = "S-" + number;
    learner.enrollmentId = "E-" + number;
    return learner;
  }

  /** Passed so many days after the start. */
  public ALearner passed(String unit, String units, int day) {
    attempts.add(attempt(unit, units, Outcome.PASSED, Optional.of(START.plusDays(day))));
    return this;
  }

  /** Ended without success so many days after the start. */
  public ALearner failed(String unit, String units, int day) {
    attempts.add(attempt(unit, units, Outcome.NOT_PASSED, Optional.of(START.plusDays(day))));
    return this;
  }

  /** Passed once more, in a second attempt. */
  public ALearner passedAgain(String unit, String units, int day) {
    LocalDate on = START.plusDays(day);
    attempts.add(attempt(unit, 2, units, Outcome.PASSED, Optional.of(on), Optional.of(on)));
    return this;
  }

  /** Left the program on a day, of which the school had notice on it. */
  public ALearner withdrew(LocalDate day) {
    statuses.add(new EnrollmentFacts.StatusChange(EnrollmentFacts.Status.WITHDRAWN, day));
    withdrawal = ConditionsTest.withdrawal(day);
    return this;
  }

  /** An attempt from the first day on. */
  public static AttemptFacts attempt(
      String unit, String units, Outcome outcome, Optional<LocalDate> outcomeDate) {
    return attempt(unit, 1, units, outcome, outcomeDate, outcomeDate);
  }

  /** An attempt with an outcome of another day than its last engagement. */
  public static AttemptFacts attempt(
      String unit,
      String units,
      Outcome outcome,
      Optional<LocalDate> lastEngagement,
      LocalDate outcomeDate) {
    return attempt(unit, 1, units, outcome, lastEngagement, Optional.of(outcomeDate));
  }

  private static AttemptFacts attempt(
      String unit,
      int number,
      String units,
      Outcome outcome,
      Optional<LocalDate> lastEngagement,
      Optional<LocalDate> outcomeDate) {
    return new AttemptFacts(
        unit,
        AttemptFacts.Kind.COURSE,
        number,
        Optional.of(new AttemptFacts.Size(new BigDecimal(units), UnitMeasure.QUARTER)),
        START,
        Optional.of(START),
        lastEngagement,
        lastEngagement,
        outcome,
        outcomeDate,
        Origin.INSTITUTION,
        true,
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Engaged in every week until a day. */
  public ALearner engagedUntil(LocalDate last) {
    for (LocalDate week = begin; !week.isAfter(last); week = week.plusDays(7)) {
      engagement.add(
          new EngagementWeek(
              week,
              3,
              Set.of(EngagementWeek.Type.ASSIGNMENT, EngagementWeek.Type.INSTRUCTOR),
              1,
              false,
              Optional.empty()));
    }
    return this;
  }

  public EnrollmentFacts enrollment() {
    return new EnrollmentFacts(
        enrollmentId,
        program,
        begin,
        Optional.empty(),
        end,
        statuses,
        credit,
        origin,
        leaves,
        attempts,
        engagement,
        withdrawal,
        evaluations,
        subscriptions);
  }

  public LearnerFacts facts() {
    List<EnrollmentFacts> enrollments = new ArrayList<>(others);
    enrollments.add(enrollment());
    return new LearnerFacts(
        new StudentFacts(
            id, Optional.of("Ada"), Optional.empty(), familyName, birthDate, List.of()),
        enrollments,
        suppressed,
        4,
        SOURCE);
  }
}
