package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.finaid.sap.model.ProgressFigures;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;

/** The figures of an evaluation of satisfactory academic progress. */
record SapRows(EnrollmentTimeline timeline, SapEvaluation evaluation) {

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
        .put("attempted", figures.attempted())
        .put("earned", figures.earned())
        .put("pacePercent", figures.pacePercent())
        .put("publishedLengthUnits", figures.programUnits())
        .put("maxTimeframeUnits", figures.maximumUnits())
        .put("citation", figures.rule().citation())
        .put("reading", figures.rule().reading());
  }

  /** Units of the school's attempts that had ended by the day of evaluation. */
  private BigDecimal units(boolean passedOnly) {
    return timeline.attempts().stream()
        .filter(each -> each.origin() == UnitAttempt.Origin.INSTITUTION)
        .filter(each ->
            passedOnly ? each.outcome() == Outcome.PASSED : each.outcome() != Outcome.IN_PROGRESS)
        .filter(each -> each.outcomeDate().filter(this::isByThen).isPresent())
        .map(UnitAttempt::units)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isByThen(LocalDate day) {
    return !day.isAfter(evaluation.evaluationDate());
  }
}
