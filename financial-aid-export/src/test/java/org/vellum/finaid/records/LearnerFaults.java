package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;

/** Faults in the facts of a learner in order. */
final class LearnerFaults {
  private static final LocalDate START = ALearner.START;

  private LearnerFaults() {}

  record Case(
      Condition condition, String column, Consumer<ALearner> learner, Consumer<AProgram> program) {
    @Override
    public String toString() {
      return condition + " in " + column;
    }
  }

  static Stream<Case> all() {
    return Stream.of(units(), dates(), future(), attempts(), enrollments(), subscriptions())
        .flatMap(List::stream);
  }

  private static Case learner(Condition condition, String column, Consumer<ALearner> learner) {
    return new Case(condition, column, learner, program -> {});
  }

  private static List<Case> units() {
    return List.of(
        learner(
            Condition.UNITS_NOT_POSITIVE,
            "equivalentUnits",
            each -> each.attempts.add(open("u-9", "0"))),
        learner(
            Condition.UNITS_NOT_POSITIVE,
            "equivalentUnits",
            each -> each.attempts.add(open("u-9", "1.0001"))),
        learner(
            Condition.UNITS_NOT_POSITIVE,
            "equivalentUnits",
            each -> each.attempts.add(open("u-9", "10000"))),
        learner(
            Condition.UNITS_NOT_POSITIVE, "unitsAtEntry", each -> each.credit = left("0", "10")),
        learner(
            Condition.WEEKS_NOT_POSITIVE, "weeksAtEntry", each -> each.credit = left("10", "-1")),
        learner(
            Condition.UNIT_MEASURE_MIXED,
            "equivalentUnits",
            each ->
                each.attempts.add(
                    sized(
                        Optional.of(
                            new AttemptFacts.Size(new BigDecimal(3), UnitMeasure.SEMESTER))))),
        learner(
            Condition.EQUIVALENCY_MISSING,
            "equivalentUnits",
            each -> each.attempts.add(sized(Optional.empty()))));
  }

  private static List<Case> dates() {
    return List.of(
        learner(
            Condition.DATE_ORDER,
            "outcomeDate",
            each ->
                each.attempts.add(
                    ALearner.attempt(
                        "u-9", "1", Outcome.INCOMPLETE, Optional.empty(), START.minusDays(1)))),
        learner(
            Condition.DATE_ORDER, "endDate", each -> each.end = Optional.of(START.minusDays(1))),
        learner(
            Condition.DATE_ORDER,
            "to",
            each -> each.leaves.add(leave(LeaveFacts.Kind.UNSCHEDULED, 20, 10))),
        learner(
            Condition.DATE_ORDER,
            "weekStart",
            each -> each.engagement.addFirst(week(START.minusDays(7)))));
  }

  private static List<Case> future() {
    return List.of(
        learner(
            Condition.DATE_FUTURE,
            "outcomeDate",
            each ->
                each.attempts.add(
                    ALearner.attempt(
                        "u-9",
                        "1",
                        Outcome.NOT_PASSED,
                        Optional.empty(),
                        ALearner.AS_OF.plusDays(1)))),
        learner(
            Condition.DATE_FUTURE,
            "weekStart",
            each -> each.engagement.add(week(ALearner.AS_OF.plusDays(6)))),
        learner(
            Condition.DATE_FUTURE,
            "lastEngagementTs",
            each ->
                each.engagement.set(
                    0,
                    new EngagementWeek(
                        START,
                        1,
                        Set.of(EngagementWeek.Type.ASSESSMENT),
                        0,
                        false,
                        Optional.of(Instant.parse("2026-03-01T00:00:00Z"))))));
  }

  private static List<Case> attempts() {
    return List.of(
        learner(
            Condition.PLA_COUNTED,
            "paymentPeriodSeq",
            each -> each.attempts.add(recognized(Optional.of(1)))),
        learner(
            Condition.PASSED_WITHOUT_DATE,
            "outcomeDate",
            each ->
                each.attempts.add(ALearner.attempt("u-9", "1", Outcome.PASSED, Optional.empty()))),
        learner(
            Condition.REPEAT_PASSED,
            "repeatOfPassed",
            each -> each.passed("u-8", "1", 10).passedAgain("u-8", "1", 20)),
        learner(
            Condition.WEEK_DOUBLE,
            "weekStart",
            each -> each.engagement.add(week(START.plusDays(3)))));
  }

  private static List<Case> enrollments() {
    return List.of(
        learner(
            Condition.BIRTH_DATE_MISSING, "birthDate", each -> each.birthDate = Optional.empty()),
        learner(
            Condition.ENROLLMENT_OVERLAP,
            "programVersionId",
            each -> each.others.add(ALearner.of("2").engagedUntil(ALearner.AS_OF).enrollment())),
        learner(
            Condition.LOA_OVER_180,
            "daysInTwelveMonths",
            each -> {
              each.leaves.add(leave(LeaveFacts.Kind.LOA, 0, 119));
              each.leaves.add(leave(LeaveFacts.Kind.LOA, 121, 182));
            }),
        learner(
            Condition.INACTIVE_OVER_60,
            "status",
            each -> {
              each.engagement.clear();
              each.attempts.clear();
            }),
        learner(
            Condition.PROJECTION_MISSING,
            "projectedDays",
            each -> {
              each.attempts.clear();
              each.withdrew(START.plusDays(40));
            }),
        new Case(
            Condition.CLOCK_HOURS_MISSING,
            "clockScheduledHours",
            each -> {
              each.attempts.clear();
              each.withdrew(START.plusDays(40));
            },
            AProgram::inClockHours));
  }

  private static List<Case> subscriptions() {
    return List.of(
        new Case(
            Condition.SUBSCRIPTION_STATUS_TWICE,
            "academicYearSeq",
            each -> subscribe(each, "FULL", "HALF", "FULL"),
            AProgram::bySubscription),
        new Case(
            Condition.SUBSCRIPTION_STATUS_UNKNOWN,
            "scheduledUnits",
            each -> subscribe(each, "SOME"),
            AProgram::bySubscription));
  }

  private static void subscribe(ALearner learner, String... statuses) {
    for (int i = 0; i < statuses.length; i++) {
      LocalDate from = START.plusDays(84L * i);
      learner.subscriptions.add(new SubscriptionFacts(from, from.plusDays(83), statuses[i], 1));
    }
  }

  private static EnrollmentFacts.EntryCredit left(String units, String weeks) {
    return new EnrollmentFacts.EntryCredit(
        BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(UnitsAndWeeks.of(units, weeks)));
  }

  private static AttemptFacts open(String unit, String units) {
    return ALearner.attempt(unit, units, Outcome.IN_PROGRESS, Optional.empty());
  }

  private static AttemptFacts sized(Optional<AttemptFacts.Size> size) {
    AttemptFacts of = open("u-9", "1");
    return new AttemptFacts(
        of.unitId(),
        AttemptFacts.Kind.COMPETENCY,
        of.attempt(),
        size,
        of.beginDate(),
        of.firstEngagement(),
        of.lastEngagement(),
        of.endDate(),
        of.outcome(),
        of.outcomeDate(),
        of.origin(),
        of.countsTowardProgram(),
        of.paymentPeriod(),
        of.remedial(),
        of.lessons());
  }

  private static AttemptFacts recognized(Optional<Integer> period) {
    AttemptFacts of = open("u-9", "1");
    return new AttemptFacts(
        of.unitId(),
        of.kind(),
        of.attempt(),
        of.size(),
        of.beginDate(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Outcome.PASSED,
        Optional.of(START),
        Origin.PRIOR_LEARNING,
        true,
        period,
        false,
        Optional.empty());
  }

  private static LeaveFacts leave(LeaveFacts.Kind kind, int from, int to) {
    return new LeaveFacts(
        kind,
        START.plusDays(from),
        Optional.of(START.plusDays(to)),
        Optional.of(START),
        true,
        Optional.of(START),
        Optional.empty(),
        Optional.empty());
  }

  private static EngagementWeek week(LocalDate start) {
    return new EngagementWeek(
        start, 1, Set.of(EngagementWeek.Type.GROUP), 0, false, Optional.empty());
  }
}
