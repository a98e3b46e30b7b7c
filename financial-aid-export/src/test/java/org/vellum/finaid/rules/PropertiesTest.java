package org.vellum.finaid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.PellFormula;
import org.vellum.finaid.period.model.PeriodKind;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.ProgressPoint;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.timeline.model.Timeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;
import org.vellum.finaid.withdrawal.model.Projection;

/** What holds of every program and every learner. */
class PropertiesTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final int CASES_OF_ORDER = 2_000;
  private static final LocalDate START = LocalDate.of(2025, 2, 3);

  @Test
  void periods_sum_to_the_program_unless_a_warning_says_that_they_do_not() {
    Dice dice = Dice.thrown("sums");
    Set<Boolean> seen = new HashSet<>();
    for (int i = 0; i < Dice.CASES; i++) {
      PeriodSchedule schedule = schedule(dice);
      UnitsAndWeeks sum =
          schedule.periods().stream()
              .map(ScheduledPeriod::scheduled)
              .reduce(UnitsAndWeeks.NONE, UnitsAndWeeks::plus);
      boolean warned = !schedule.warnings().isEmpty();
      assertThat(sum.equals(schedule.program())).as("%s", schedule).isEqualTo(!warned);
      assertThat(sum).isEqualTo(schedule.periods().getLast().cumulative());
      seen.add(warned);
    }
    assertThat(seen).as("both cases were thrown").hasSize(2);
  }

  @Test
  void periods_go_on_and_have_something_of_both_measures() {
    Dice dice = Dice.thrown("monotone");
    for (int i = 0; i < Dice.CASES; i++) {
      UnitsAndWeeks before = UnitsAndWeeks.NONE;
      int year = 1;
      for (ScheduledPeriod period : schedule(dice).periods()) {
        assertThat(period.scheduled().isPositive()).isTrue();
        assertThat(period.cumulative().exceeds(before)).isTrue();
        assertThat(period.before()).isEqualTo(before);
        assertThat(period.academicYear()).isBetween(year, year + 1);
        before = period.cumulative();
        year = period.academicYear();
      }
    }
  }

  @Test
  void the_fractions_of_a_full_year_sum_to_one() {
    Dice dice = Dice.thrown("fractions");
    for (int i = 0; i < Dice.CASES; i++) {
      PeriodSchedule schedule = schedule(dice);
      UnitsAndWeeks year = schedule.academicYear();
      List<ScheduledPeriod> first =
          schedule.periods().stream()
              .filter(period -> period.kind() == PeriodKind.HALF_OF_AY)
              .filter(period -> period.academicYear() == 1)
              .toList();
      BigDecimal units = BigDecimal.ZERO;
      for (ScheduledPeriod period : first) {
        var fraction = PellFormula.FORMULA_4.fraction(period.scheduled(), year, RULES).lesser();
        // Over the common denominator, so that nothing is divided.
        units =
            units.add(
                fraction
                    .numerator()
                    .multiply(year.units().multiply(year.weeks()))
                    .divide(fraction.denominator()));
      }
      if (!first.isEmpty()) {
        assertThat(units).isEqualByComparingTo(year.units().multiply(year.weeks()));
      }
    }
  }

  @Test
  void no_part_of_a_year_is_more_than_a_year() {
    Dice dice = Dice.thrown("bounds");
    for (int i = 0; i < Dice.CASES; i++) {
      PeriodSchedule schedule = schedule(dice);
      for (ScheduledPeriod period : schedule.periods()) {
        var fraction =
            PellFormula.FORMULA_4.fraction(period.scheduled(), schedule.academicYear(), RULES);
        assertThat(fraction.lesser().decimal(9)).isLessThanOrEqualTo(BigDecimal.ONE);
      }
    }
  }

  @Test
  void the_order_of_the_facts_does_not_matter() {
    Dice dice = Dice.thrown("order", CASES_OF_ORDER);
    for (int i = 0; i < CASES_OF_ORDER; i++) {
      UnitsAndWeeks year = dice.year();
      UnitsAndWeeks program = dice.program(year);
      int days = program.weeks().intValue() * 8 + 7;
      List<UnitAttempt> attempts = dice.attempts(program, START, days);
      List<LocalDate> ends = dice.weekEnds(START, days / 7);
      LocalDate asOf = START.plusDays(days);
      CumulativeTotals totals = CumulativeTotals.of(attempts, ends);
      Timeline timeline = Timeline.of(program, year, START, asOf, totals, RULES);
      List<UnitAttempt> shuffled = new ArrayList<>(attempts);
      Collections.shuffle(shuffled, dice.random);
      List<LocalDate> turned = new ArrayList<>(ends);
      Collections.shuffle(turned, dice.random);
      turned.addAll(ends); // a week that is told twice counts once
      assertThat(
              Timeline.of(program, year, START, asOf, CumulativeTotals.of(shuffled, turned), RULES))
          .isEqualTo(timeline);
      List<ProgressPoint> points =
          IntStream.rangeClosed(0, days)
              .mapToObj(START::plusDays)
              .map(day -> new ProgressPoint(day, totals.at(day)))
              .collect(Collectors.toCollection(ArrayList::new));
      Collections.shuffle(points, dice.random);
      assertThat(Timeline.of(program, year, START, asOf, CumulativeTotals.of(points), RULES))
          .isEqualTo(timeline);
    }
  }

  @Test
  void what_is_projected_is_never_shorter_than_scheduled() {
    Dice dice = Dice.thrown("projections");
    for (int i = 0; i < Dice.CASES; i++) {
      UnitsAndWeeks year = dice.year();
      UnitsAndWeeks program = dice.program(year);
      int days = 1 + dice.random.nextInt(program.weeks().intValue() * 7);
      CumulativeTotals totals =
          CumulativeTotals.of(dice.attempts(program, START, days), dice.weekEnds(START, days / 7));
      Timeline timeline = Timeline.of(program, year, START, START.plusDays(days), totals, RULES);
      for (TimelinePeriod period : timeline.periods()) {
        period
            .projectedEnd()
            .ifPresent(end -> assertThat(end).isAfterOrEqualTo(period.scheduledEnd()));
      }
      for (TimelineYear each : timeline.years()) {
        each.projectedEnd().ifPresent(end -> assertThat(end).isAfterOrEqualTo(each.scheduledEnd()));
      }
      int scheduled = 1 + dice.random.nextInt(200);
      assertThat(
              Projection.byUnits(
                      scheduled, days, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, RULES)
                  .totalDays())
          .isGreaterThanOrEqualTo(scheduled);
    }
  }

  private static PeriodSchedule schedule(Dice dice) {
    UnitsAndWeeks year = dice.year();
    return PeriodSchedule.of(dice.program(year), year, RULES);
  }
}
