package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.enrollment.model.EnrollmentStatus;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts.StatusChange;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.ChangeOfProgram;
import org.vellum.finaid.period.model.Continuation;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.ProgramRules;

/**
 * The record of an enrollment.
 *
 * @param learner whose it is
 * @param program its rules, if the program is exported
 * @param asOf the day up to which the facts are known
 */
record EnrollmentRows(
    LearnerFacts learner,
    EnrollmentFacts enrollment,
    Optional<ProgramRules> program,
    LocalDate asOf) {
  private static final String FULL = "FULL";

  static String id(EnrollmentFacts enrollment) {
    return "en:" + enrollment.enrollmentId();
  }

  /** How it stands on a day. */
  static Optional<StatusChange> status(EnrollmentFacts enrollment, LocalDate day) {
    return enrollment.statuses().stream()
        .filter(each -> !each.effectiveDate().isAfter(day))
        .reduce((one, later) -> later.effectiveDate().isBefore(one.effectiveDate()) ? one : later);
  }

  Row fill(Row row, Optional<EnrollmentTimeline> timeline) {
    Optional<StatusChange> status = status(enrollment, asOf);
    Optional<Reported> reported = status.flatMap(each -> reported(each.status(), timeline));
    UnitsAndWeeks left =
        enrollment
            .credit()
            .remaining()
            .or(() -> program.map(rules -> rules.facts().terms().length()))
            .orElse(null);
    row.put("institutionStudentId", learner.student().institutionStudentId())
        .put("programVersionId", enrollment.programVersionId())
        .put("beginDate", enrollment.beginDate())
        .put("firstEngagementDate", firstEngagement())
        .put("expectedEndDate", enrollment.expectedEnd())
        .put("endDate", enrollment.endDate())
        .put("status", status.map(StatusChange::status))
        .put("statusEffectiveDate", status.map(StatusChange::effectiveDate))
        .put("reportedEnrollmentStatus", reported.map(Reported::letter))
        .put("reportedStatusBasis", reported.map(Reported::basis))
        .put("unitMeasure", program.map(rules -> rules.facts().terms().measure()))
        .put("transferUnitsAccepted", enrollment.credit().transferUnits())
        .put("priorLearningUnits", enrollment.credit().priorLearningUnits())
        .put("unitsAtEntry", left == null ? null : left.units())
        .put("weeksAtEntry", left == null ? null : left.weeks());
    origin(row);
    subscription(row);
    return row;
  }

  private Optional<LocalDate> firstEngagement() {
    return enrollment.attempts().stream()
        .flatMap(each -> each.firstEngagement().stream())
        .min(Comparator.naturalOrder());
  }

  private void origin(Row row) {
    Optional<Continuation> kind =
        program.flatMap(rules ->
            EnrollmentTimeline.earlier(learner, enrollment)
                .flatMap(before -> EnrollmentTimeline.continuation(before, enrollment, rules)));
    Optional<ChangeOfProgram> change = enrollment.origin().change();
    row.put("reentryOf", enrollment.origin().reentryOf())
        .put("reentryKind", kind)
        .put(
            "programChange",
            change.flatMap(each ->
                program.map(rules -> Continuation.changeOfProgram(each, rules.ruleset()).value())))
        .put("changeContinuouslyEnrolled", change.map(ChangeOfProgram::continuouslyEnrolled))
        .put("changeSimilarCoursework", change.map(ChangeOfProgram::similarCoursework))
        .put("changeEqualPeriods", change.map(ChangeOfProgram::equalPeriods))
        .put("changeSameCharges", change.map(ChangeOfProgram::sameCharges))
        .put("changeCreditsAccepted", change.map(ChangeOfProgram::creditsAccepted));
  }

  private void subscription(Row row) {
    List<SubscriptionFacts> all = enrollment.subscriptions();
    if (all.isEmpty()) {
      return;
    }
    SubscriptionFacts last = all.getLast();
    LocalDate changed = null;
    for (int i = 1; i < all.size(); i++) {
      SubscriptionFacts each = all.get(i);
      if (each.academicYear() == last.academicYear()
          && !each.status().equals(all.get(i - 1).status())) {
        changed = each.from();
      }
    }
    row.put("subscriptionStatus", last.status()).put("lastStatusChange", changed);
  }

  /** A letter, and what it rests on. */
  private record Reported(String letter, String basis) {}

  private Optional<Reported> reported(
      EnrollmentFacts.Status status, Optional<EnrollmentTimeline> timeline) {
    return switch (status) {
      case ON_LEAVE -> Optional.of(new Reported("A", "STATUS"));
      case WITHDRAWN -> Optional.of(new Reported("W", "STATUS"));
      case COMPLETED -> Optional.of(new Reported("G", "STATUS"));
      case NEVER_BEGAN -> Optional.of(new Reported("X", "STATUS"));
      case DECEASED -> Optional.of(new Reported("D", "STATUS"));
      case ENROLLED ->
          enrollment.subscriptions().isEmpty()
              ? timeline.flatMap(this::byLoad)
              : program.flatMap(this::bySubscription);
    };
  }

  private Optional<Reported> bySubscription(ProgramRules rules) {
    BigDecimal full = rules.facts().statusHours().get(FULL);
    BigDecimal hours =
        rules.facts().statusHours().get(enrollment.subscriptions().getLast().status());
    return full == null || hours == null || full.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            new Reported(
                EnrollmentStatus.of(hours, full, rules.ruleset()).value().letter(),
                "SUBSCRIPTION"));
  }

  /**
   * The units begun since the start, at their rate to the weeks that went by, to those of a
   * full-time learner in an academic year; both over the year's weeks. A week that has begun
   * counts.
   */
  private Optional<Reported> byLoad(EnrollmentTimeline timeline) {
    ProgramRules rules = timeline.program();
    BigDecimal full = rules.facts().fullTimeUnitsPerAy();
    if (full.signum() <= 0 || asOf.isBefore(timeline.start())) {
      return Optional.empty();
    }
    BigDecimal begun = BigDecimal.ZERO;
    for (AttemptFacts attempt : enrollment.attempts()) {
      if (attempt.countsTowardProgram() && !attempt.beginDate().isAfter(asOf)) {
        begun =
            begun.add(
                rules
                    .measured(attempt)
                    .filter(each -> isCoursework(attempt))
                    .map(UnitAttempt::units)
                    .orElse(BigDecimal.ZERO));
      }
    }
    BigDecimal weeks = BigDecimal.valueOf(timeline.weekEnds().size() + 1L);
    BigDecimal load =
        begun
            .multiply(rules.facts().terms().academicYear().weeks())
            .divide(weeks, 3, RoundingMode.HALF_UP);
    return Optional.of(
        new Reported(EnrollmentStatus.of(load, full, rules.ruleset()).value().letter(), "LOAD"));
  }

  private static boolean isCoursework(AttemptFacts attempt) {
    return attempt.origin() == UnitAttempt.Origin.INSTITUTION;
  }
}
