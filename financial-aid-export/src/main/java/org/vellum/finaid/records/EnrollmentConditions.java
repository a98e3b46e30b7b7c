package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.timeline.model.ProgramRules;
import org.vellum.finaid.withdrawal.model.Absence;

/** What is wrong with an enrollment itself. */
final class EnrollmentConditions {
  private final EnrollmentFacts enrollment;
  private final LocalDate asOf;
  private final List<RowError> errors = new ArrayList<>();

  private EnrollmentConditions(EnrollmentFacts enrollment, LocalDate asOf) {
    this.enrollment = enrollment;
    this.asOf = asOf;
  }

  static Condition.Place place(EnrollmentFacts enrollment) {
    return new Condition.Place(Entities.ENROLLMENT.name(), EnrollmentRows.id(enrollment));
  }

  static List<RowError> of(
      LearnerFacts learner,
      EnrollmentFacts enrollment,
      Optional<ProgramRules> program,
      LocalDate asOf) {
    EnrollmentConditions conditions = new EnrollmentConditions(enrollment, asOf);
    conditions.dates();
    conditions.entry();
    conditions.overlap(learner);
    program.ifPresent(conditions::inactive);
    return conditions.errors;
  }

  private void dates() {
    LocalDate begin = enrollment.beginDate();
    after(begin, enrollment.endDate(), "endDate");
    after(begin, enrollment.expectedEnd(), "expectedEndDate");
    after(begin, enrollment.withdrawal().flatMap(WithdrawalFacts::withdrawalDate), "endDate");
    notLater(enrollment.endDate(), "endDate");
    notLater(enrollment.withdrawal().map(WithdrawalFacts::determinationDate), "endDate");
    for (SubscriptionFacts each : enrollment.subscriptions()) {
      after(each.from(), Optional.of(each.to()), "subscriptionStatus");
    }
  }

  private void after(LocalDate first, Optional<LocalDate> later, String field) {
    later
        .filter(day -> day.isBefore(first))
        .ifPresent(day -> add(Condition.DATE_ORDER, field, day.toString()));
  }

  private void notLater(Optional<LocalDate> day, String field) {
    day.filter(each -> each.isAfter(asOf))
        .ifPresent(each -> add(Condition.DATE_FUTURE, field, each.toString()));
  }

  /** What was left of the program must be something. */
  private void entry() {
    UnitsAndWeeks left = enrollment.credit().remaining().orElse(null);
    if (left == null) {
      return;
    }
    if (!CatalogueRecords.isAmount(left.units())) {
      add(Condition.UNITS_NOT_POSITIVE, "unitsAtEntry", left.units().toPlainString());
    }
    if (!CatalogueRecords.isAmount(left.weeks())) {
      add(Condition.WEEKS_NOT_POSITIVE, "weeksAtEntry", left.weeks().toPlainString());
    }
  }

  private void overlap(LearnerFacts learner) {
    if (learner.enrollments().size() == 1 || !isOpen(enrollment)) {
      return;
    }
    boolean other =
        learner.enrollments().stream()
            .filter(each -> !each.enrollmentId().equals(enrollment.enrollmentId()))
            .filter(each -> each.programVersionId().equals(enrollment.programVersionId()))
            .anyMatch(this::isOpen);
    if (other) {
      add(Condition.ENROLLMENT_OVERLAP, "programVersionId", enrollment.programVersionId());
    }
  }

  private boolean isOpen(EnrollmentFacts each) {
    return EnrollmentRows.status(each, asOf).filter(status -> status.status().isOpen()).isPresent();
  }

  private void inactive(ProgramRules program) {
    boolean enrolled =
        EnrollmentRows.status(enrollment, asOf)
            .filter(each -> each.status() == EnrollmentFacts.Status.ENROLLED)
            .isPresent();
    if (!enrolled) {
      return;
    }
    LocalDate last = lastEngagement();
    Absence absence =
        new Absence(
            last,
            enrollment.leaves().stream()
                .flatMap(each -> each.confirmedReturn().stream())
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isBefore(asOf)),
            enrollment.leaves().stream().anyMatch(this::isOnLeave),
            enrollment.subscriptions().stream()
                .filter(each -> !last.isBefore(each.from()) && !last.isAfter(each.to()))
                .map(SubscriptionFacts::to)
                .findFirst());
    if (!asOf.isBefore(absence.firstDayTooLong())
        && absence.isWithdrawal(program.ruleset()).value()) {
      add(Condition.INACTIVE_OVER_60, "status", EnrollmentFacts.Status.ENROLLED.name());
    }
  }

  private boolean isOnLeave(LeaveFacts leave) {
    return leave.kind() == LeaveFacts.Kind.LOA
        && !leave.from().isAfter(asOf)
        && !leave.to().orElse(asOf).isBefore(asOf);
  }

  /** By the end of a week that has engagement: the day in it is not kept. */
  private LocalDate lastEngagement() {
    LocalDate last = enrollment.beginDate();
    for (AttemptFacts each : enrollment.attempts()) {
      last = later(last, each.lastEngagement().or(each::firstEngagement));
      if (each.origin() == UnitAttempt.Origin.INSTITUTION) {
        last = later(last, each.outcomeDate());
      }
    }
    for (EngagementWeek week : enrollment.engagement()) {
      if (week.count() > 0) {
        last = later(last, Optional.of(week.weekStart().plusDays(6)));
      }
    }
    return last;
  }

  /** The later of two days, unless it is one that nobody can know of yet. */
  private LocalDate later(LocalDate one, Optional<LocalDate> other) {
    return other.filter(day -> day.isAfter(one) && !day.isAfter(asOf.plusDays(6))).orElse(one);
  }

  private void add(Condition condition, String field, String value) {
    errors.add(condition.at(place(enrollment), field, value));
  }
}
