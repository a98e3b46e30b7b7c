package org.vellum.finaid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;

class ContinuityTest {
  private static final LocalDate START = ALearner.START;

  @Test
  void periods_that_do_not_follow_one_another_stop_the_run() {
    EnrollmentFacts enrollment = ALearner.of("1").enrollment();
    List<TimelinePeriod> periods = periods(ALearner.of("1").passed("u", "30", 5));
    LocalDate done = START.plusDays(9);
    TimelinePeriod first = with(periods.getFirst(), START, Optional.of(done));
    for (var each :
        List.of(
            new Broken(done.minusDays(1), List.of("PERIOD_OVERLAP")),
            new Broken(done, List.of()),
            new Broken(done.plusDays(1), List.of()),
            new Broken(done.plusDays(2), List.of("PERIOD_GAP")))) {
      List<RowError> errors =
          Continuity.errors(
              enrollment, List.of(first, with(periods.get(1), each.start, Optional.empty())));
      assertThat(errors).extracting(RowError::code).isEqualTo(each.codes);
      assertThat(errors)
          .allSatisfy(error -> assertThat(error.severity()).isEqualTo(RowError.Severity.RUN));
    }
  }

  private record Broken(LocalDate start, List<String> codes) {}

  private static TimelinePeriod with(
      TimelinePeriod of, LocalDate start, Optional<LocalDate> completed) {
    PeriodProgress progress = of.progress();
    return new TimelinePeriod(
        new PeriodProgress(
            progress.period(),
            progress.state(),
            Optional.of(start),
            progress.unitsCompleted(),
            progress.weeksCompleted(),
            completed,
            progress.halfUnits(),
            progress.halfWeeks(),
            progress.rule()),
        of.pell(),
        of.scheduledEnd(),
        of.projectedEnd(),
        of.awardYears());
  }

  private static List<TimelinePeriod> periods(ALearner learner) {
    LearnerRecords records =
        LearnerRecords.by(new AProgram().catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1);
    LearnerFacts facts = learner.facts();
    return EnrollmentTimeline.of(
            facts,
            facts.enrollments().getLast(),
            records.program(AProgram.ID).orElseThrow(),
            ALearner.AS_OF)
        .timeline()
        .orElseThrow()
        .periods();
  }
}
