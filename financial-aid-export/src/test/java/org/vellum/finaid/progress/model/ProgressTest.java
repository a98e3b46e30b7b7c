package org.vellum.finaid.progress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.progress.model.PeriodProgress.State;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;

class ProgressTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final LocalDate START = LocalDate.of(2025, 9, 1);
  private static final PeriodSchedule SCHEDULE =
      PeriodSchedule.of(UnitsAndWeeks.of(48, 60), UnitsAndWeeks.of(24, 30), RULES);

  @Test
  void a_period_is_completed_on_the_first_day_with_both_measures_and_the_next_begins_after_it() {
    List<PeriodProgress> progress = progress(point(15, 10), point(18, 12));
    assertThat(progress.get(0).weeksCompleted()).contains(endOf(15));
    assertThat(progress.get(0).unitsCompleted()).contains(endOf(18));
    assertThat(progress.get(0).completed()).contains(endOf(18));
    assertThat(progress.get(0).state()).isEqualTo(State.COMPLETED);
    assertThat(progress.get(1).start()).contains(endOf(18).plusDays(1));
    assertThat(progress.get(1).state()).isEqualTo(State.OPEN);
    assertThat(progress.get(2).start()).isEmpty();
    assertThat(progress.get(2).state()).isEqualTo(State.SCHEDULED);
  }

  @Test
  void units_alone_do_not_complete_a_period() {
    List<PeriodProgress> progress = progress(point(14, 24));
    assertThat(progress.get(0).unitsCompleted()).contains(endOf(14));
    assertThat(progress.get(0).completed()).isEmpty();
    assertThat(progress.get(1).state()).isEqualTo(State.SCHEDULED);
  }

  @Test
  void units_done_ahead_count_in_the_next_period() {
    List<PeriodProgress> progress = progress(point(15, 15), point(30, 30), point(45, 36));
    assertThat(progress.get(1).completed()).contains(endOf(30));
    assertThat(progress.get(2).completed()).contains(endOf(45));
    assertThat(progress.get(2).halfUnits()).contains(endOf(30));
  }

  @Test
  void half_of_a_period_is_dated_in_both_measures() {
    List<PeriodProgress> progress = progress(point(7, 6), point(8, 6), point(15, 12));
    assertThat(progress.get(0).halfUnits()).contains(endOf(7));
    assertThat(progress.get(0).halfWeeks()).contains(endOf(8));
  }

  @Test
  void where_units_cannot_be_halved_the_coursework_decides_and_is_cited() {
    List<PeriodProgress> progress =
        PeriodProgress.of(
            SCHEDULE, START, CumulativeTotals.of(List.of()), HalfDeterminedBy.COURSEWORK, RULES);
    assertThat(progress.getFirst().rule().citation()).isEqualTo("34 CFR 668.4(c)(3)");
  }

  @Test
  void a_unit_counts_once_on_the_day_on_which_it_was_first_passed() {
    CumulativeTotals totals =
        totals(passed("statistics", 3, 40), passed("statistics", 3, 20), passed("ethics", 2, 30));
    assertThat(totals.unitsReached(new BigDecimal(3))).contains(START.plusDays(20));
    assertThat(totals.total().units()).isEqualByComparingTo("5");
  }

  @Test
  void only_coursework_of_the_program_that_was_passed_here_counts() {
    assertThat(
            totals(
                    with(Outcome.PASSED, Origin.TRANSFER, true),
                    with(Outcome.PASSED, Origin.PRIOR_LEARNING, true),
                    with(Outcome.PASSED, Origin.EXAM, true),
                    with(Outcome.PASSED, Origin.INSTITUTION, false),
                    with(Outcome.NOT_PASSED, Origin.INSTITUTION, true),
                    with(Outcome.INCOMPLETE, Origin.INSTITUTION, true))
                .total()
                .units())
        .isEqualByComparingTo("0");
    assertThat(totals(with(Outcome.PASSED, Origin.INSTITUTION, true)).total().units())
        .isEqualByComparingTo("3");
  }

  @Test
  void totals_are_known_for_every_day() {
    CumulativeTotals totals =
        CumulativeTotals.of(
            List.of(passed("ethics", 2, 10)),
            IntStream.rangeClosed(1, 3).mapToObj(ProgressTest::endOf).toList());
    assertThat(totals.at(START)).isEqualTo(UnitsAndWeeks.NONE);
    assertThat(totals.at(endOf(1))).isEqualTo(UnitsAndWeeks.of(0, 1));
    assertThat(totals.at(endOf(3))).isEqualTo(UnitsAndWeeks.of(2, 3));
    assertThat(totals.at(endOf(90))).isEqualTo(UnitsAndWeeks.of(2, 3));
  }

  @Test
  void a_total_never_falls() {
    CumulativeTotals totals = CumulativeTotals.of(List.of(point(5, 6), point(6, 4)));
    assertThat(totals.at(endOf(6))).isEqualTo(UnitsAndWeeks.of(6, 6));
  }

  private static List<PeriodProgress> progress(ProgressPoint... points) {
    return PeriodProgress.of(
        SCHEDULE, START, CumulativeTotals.of(List.of(points)), HalfDeterminedBy.UNITS, RULES);
  }

  private static ProgressPoint point(int week, int units) {
    return new ProgressPoint(endOf(week), UnitsAndWeeks.of(units, week));
  }

  private static LocalDate endOf(int week) {
    return START.plusDays(week * 7L - 1);
  }

  private static CumulativeTotals totals(UnitAttempt... attempts) {
    return CumulativeTotals.of(List.of(attempts), List.of());
  }

  private static UnitAttempt passed(String unit, int units, int day) {
    return new UnitAttempt(
        unit,
        1,
        BigDecimal.valueOf(units),
        Outcome.PASSED,
        Optional.of(START.plusDays(day)),
        Origin.INSTITUTION,
        true);
  }

  private static UnitAttempt with(Outcome outcome, Origin origin, boolean counts) {
    return new UnitAttempt(
        outcome + "-" + origin,
        1,
        BigDecimal.valueOf(3),
        outcome,
        Optional.of(START),
        origin,
        counts);
  }
}
