package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.finaid.sap.model.ProgressFigures;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;

/** The figures of an evaluation of satisfactory academic progress. */
record SapRow(EnrollmentTimeline timeline, SapEvaluation evaluation) {
  private static final int DECIMALS = 3;

  String id() {
    return "sap:" + timeline.enrollment().enrollmentId() + ":" + evaluation.evaluationDate();
  }

  Row fill(Row row) {
    ProgressFigures figures =
        ProgressFigures.of(
            units(false),
            units(true),
            timeline.enrollment().credit().transferUnits(),
            timeline.program().facts().terms().length().units(),
            timeline.program().ruleset());
    return row.put("evaluationDate", evaluation.evaluationDate())
        .put("paymentPeriodSeq", WithdrawalRows.periodSeq(timeline, evaluation.evaluationDate()))
        .put("unitMeasure", timeline.program().facts().terms().measure())
        .put("attempted", figures.attempted())
        .put("earned", figures.earned())
        .put("pacePercent", figures.pacePercent())
        .put("publishedLengthUnits", figures.programUnits())
        .put("expectedByNow", expected())
        .put("maxTimeframeUnits", figures.maximumUnits())
        .put("qualitativeMeasure", evaluation.qualitativeMeasure())
        .put("schoolDecision", evaluation.schoolDecision())
        .put("citation", figures.rule().citation())
        .put("reading", figures.rule().reading());
  }

  /** Units of the school's attempts that had ended by the day of evaluation. */
  private BigDecimal units(boolean passedOnly) {
    BigDecimal units = BigDecimal.ZERO;
    for (UnitAttempt attempt : timeline.attempts()) {
      boolean ended =
          passedOnly
              ? attempt.outcome() == Outcome.PASSED
              : attempt.outcome() != Outcome.IN_PROGRESS;
      if (ended
          && attempt.origin() == UnitAttempt.Origin.INSTITUTION
          && attempt.outcomeDate().filter(this::isByThen).isPresent()) {
        units = units.add(attempt.units());
      }
    }
    return units;
  }

  /** The part of the program that its weeks until then would have brought. */
  private Optional<BigDecimal> expected() {
    if (!timeline.length().isPositive()) {
      return Optional.empty();
    }
    long weeks = timeline.weekEnds().stream().filter(this::isByThen).count();
    BigDecimal all = timeline.length().weeks();
    return Optional.of(
        timeline
            .length()
            .units()
            .multiply(BigDecimal.valueOf(weeks).min(all))
            .divide(all, DECIMALS, RoundingMode.HALF_UP));
  }

  private boolean isByThen(LocalDate day) {
    return !day.isAfter(evaluation.evaluationDate());
  }
}
