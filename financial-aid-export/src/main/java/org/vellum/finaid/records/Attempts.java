package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.ProgramRules;

/**
 * The records of an enrollment's attempts.
 *
 * @param asOf the day up to which the facts are known
 */
record Attempts(
    EnrollmentFacts enrollment, ProgramRules program, EnrollmentTimeline timeline, LocalDate asOf) {

  static String id(EnrollmentFacts enrollment, AttemptFacts attempt) {
    return "ua:" + enrollment.enrollmentId() + ":" + attempt.unitId() + ":" + attempt.attempt();
  }

  Row fill(Row row, AttemptFacts attempt) {
    return row.put("unitId", attempt.unitId())
        .put("kind", attempt.kind())
        .put("attempt", attempt.attempt())
        .put("equivalentUnits", program.measured(attempt).map(UnitAttempt::units))
        .put("unitMeasure", program.facts().terms().measure())
        .put("beginDate", attempt.beginDate())
        .put("firstEngagement", attempt.firstEngagement())
        .put("lastEngagement", attempt.lastEngagement())
        .put("endDate", attempt.endDate())
        .put("outcome", attempt.outcome())
        .put("outcomeDate", attempt.outcomeDate())
        .put("countsTowardProgram", attempt.countsTowardProgram())
        .put("origin", attempt.origin())
        .put("paymentPeriodSeq", paymentPeriod(attempt))
        .put("repeatOfPassed", wasPassedBefore(attempt))
        .put("remedial", attempt.remedial())
        .put("lessonsTotal", attempt.lessons().map(AttemptFacts.Lessons::total))
        .put("lessonsCompleted", attempt.lessons().map(AttemptFacts.Lessons::completed))
        .put("percentWorkDone", attempt.lessons().flatMap(Attempts::percent));
  }

  private Optional<Integer> paymentPeriod(AttemptFacts attempt) {
    if (attempt.paymentPeriod().isPresent() || attempt.origin() != Origin.INSTITUTION) {
      return attempt.paymentPeriod();
    }
    // A term has what was begun in it; a period that is ended by completion what was passed in it.
    boolean byOutcome = timeline.timeline().isPresent() && attempt.outcome() == Outcome.PASSED;
    LocalDate day =
        byOutcome ? attempt.outcomeDate().orElse(attempt.beginDate()) : attempt.beginDate();
    return WithdrawalRows.periodSeq(timeline, day);
  }

  /** By the day of the outcome, and on the same day by the number of the attempt. */
  private boolean wasPassedBefore(AttemptFacts attempt) {
    if (attempt.attempt() <= 1) {
      return false;
    }
    for (AttemptFacts other : enrollment.attempts()) {
      if (other.outcome() == Outcome.PASSED
          && other.unitId().equals(attempt.unitId())
          && other.attempt() < attempt.attempt()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<BigDecimal> percent(AttemptFacts.Lessons lessons) {
    return lessons.total() <= 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(100L * lessons.completed())
                .divide(BigDecimal.valueOf(lessons.total()), 2, RoundingMode.HALF_UP));
  }

  List<RowError> conditions(AttemptFacts attempt) {
    List<RowError> errors = new ArrayList<>(2);
    units(attempt, errors);
    dates(attempt, errors);
    if (attempt.origin() != Origin.INSTITUTION && attempt.paymentPeriod().isPresent()) {
      add(
          Condition.PLA_COUNTED,
          attempt,
          "paymentPeriodSeq",
          attempt.paymentPeriod().get().toString(),
          errors);
    }
    if (attempt.outcome() == Outcome.PASSED && attempt.outcomeDate().isEmpty()) {
      add(Condition.PASSED_WITHOUT_DATE, attempt, "outcomeDate", "", errors);
    }
    if (attempt.outcome() == Outcome.PASSED
        && attempt.countsTowardProgram()
        && wasPassedBefore(attempt)) {
      add(Condition.REPEAT_PASSED, attempt, "repeatOfPassed", "true", errors);
    }
    return errors;
  }

  private void units(AttemptFacts attempt, List<RowError> errors) {
    Optional<UnitAttempt> measured = program.measured(attempt);
    if (measured.isPresent()) {
      BigDecimal units = measured.get().units();
      if (!CatalogueRecords.isAmount(units)) {
        add(
            Condition.UNITS_NOT_POSITIVE,
            attempt,
            "equivalentUnits",
            units.toPlainString(),
            errors);
      }
      return;
    }
    Optional<AttemptFacts.Size> size = attempt.size();
    if (size.isEmpty()) {
      add(Condition.EQUIVALENCY_MISSING, attempt, "equivalentUnits", "", errors);
    } else if (size.get().measure() == program.facts().terms().measure()) {
      String units = size.get().units().toPlainString();
      add(Condition.UNITS_NOT_POSITIVE, attempt, "equivalentUnits", units, errors);
    } else {
      String measure = size.get().measure().name();
      add(Condition.UNIT_MEASURE_MIXED, attempt, "equivalentUnits", measure, errors);
    }
  }

  private void dates(AttemptFacts attempt, List<RowError> errors) {
    order(attempt, attempt.outcomeDate(), "outcomeDate", errors);
    order(attempt, attempt.endDate(), "endDate", errors);
    order(attempt, attempt.lastEngagement(), "lastEngagement", errors);
    future(attempt, attempt.outcomeDate(), "outcomeDate", errors);
    future(attempt, attempt.lastEngagement(), "lastEngagement", errors);
    future(attempt, attempt.firstEngagement(), "firstEngagement", errors);
  }

  private void order(
      AttemptFacts attempt, Optional<LocalDate> later, String field, List<RowError> errors) {
    if (later.isPresent() && later.get().isBefore(attempt.beginDate())) {
      add(Condition.DATE_ORDER, attempt, field, later.get().toString(), errors);
    }
  }

  private void future(
      AttemptFacts attempt, Optional<LocalDate> day, String field, List<RowError> errors) {
    if (day.isPresent() && day.get().isAfter(asOf)) {
      add(Condition.DATE_FUTURE, attempt, field, day.get().toString(), errors);
    }
  }

  private void add(
      Condition condition,
      AttemptFacts attempt,
      String field,
      String value,
      List<RowError> errors) {
    Condition.Place place =
        new Condition.Place(Entities.UNIT_ATTEMPT.name(), id(enrollment, attempt));
    errors.add(condition.at(place, field, value));
  }
}
