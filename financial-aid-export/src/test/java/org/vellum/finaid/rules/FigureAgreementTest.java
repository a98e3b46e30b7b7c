package org.vellum.finaid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.enrollment.model.EnrollmentIntensity;
import org.vellum.finaid.independent.SecondFigures;
import org.vellum.finaid.independent.SecondProgress;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.sap.model.ProgressFigures;
import org.vellum.finaid.subscription.model.SubscriptionPeriod;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.week.model.InstructionalWeeks;
import org.vellum.finaid.withdrawal.model.DaysOfPeriod;
import org.vellum.finaid.withdrawal.model.PartCompleted;
import org.vellum.finaid.withdrawal.model.Projection;

/** Weeks, days, percentages and hours, by both implementations. */
class FigureAgreementTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final LocalDate START = LocalDate.of(2025, 2, 3);

  @Test
  void both_count_the_same_weeks() {
    Random random = Dice.thrown("weeks").random;
    for (int i = 0; i < Dice.CASES; i++) {
      Set<LocalDate> instruction = new HashSet<>();
      for (int day = 0; day < 120; day++) {
        if (random.nextInt(10) == 0) {
          instruction.add(START.plusDays(day));
        }
      }
      List<DateRange> leaves = List.of(range(random, 100, 40));
      assertThat(
              new InstructionalWeeks(START)
                  .ends(instruction, leaves).stream().map(LocalDate::toEpochDay).toList())
          .isEqualTo(
              SecondProgress.weekEnds(
                  START.toEpochDay(),
                  START.plusDays(120).toEpochDay(),
                  epochDays(instruction),
                  epochDays(leaves, 1)));
    }
  }

  @Test
  void both_find_the_same_days_and_percentages_of_a_withdrawal() {
    Random random = Dice.thrown("withdrawals").random;
    for (int i = 0; i < Dice.CASES; i++) {
      int length = 30 + random.nextInt(150);
      DateRange period = new DateRange(START, START.plusDays(length - 1L));
      LocalDate withdrawal = START.plusDays(random.nextInt(length));
      List<DateRange> breaks = List.of(range(random, length, 12), range(random, length, 12));
      List<DateRange> leaves = List.of(range(random, length, 20));
      DaysOfPeriod days = DaysOfPeriod.of(period, withdrawal, breaks, leaves, RULES);

      Set<Long> excluded = epochDays(breaks, 5);
      excluded.addAll(epochDays(leaves, 1));
      long first = START.toEpochDay();
      int completed = SecondFigures.days(first, withdrawal.toEpochDay(), excluded);
      int total = SecondFigures.days(first, period.to().toEpochDay(), excluded);
      assertThat(days.completed()).isEqualTo(completed);
      assertThat(days.total()).isEqualTo(total);
      if (total > 0) {
        percentages(completed, total);
        projections(random, completed, total);
      }
    }
  }

  private static void percentages(int completed, int total) {
    PartCompleted part = PartCompleted.ofDays(completed, total, RULES);
    boolean past = SecondFigures.pastSixty(completed, total);
    long perMille = SecondFigures.perMille(completed, total);
    assertThat(part.percent()).isEqualTo(BigDecimal.valueOf(perMille, 1));
    assertThat(part.isPastSixtyPercent()).isEqualTo(past);
    assertThat(part.percentEarned()).isEqualTo(BigDecimal.valueOf(past ? 1_000 : perMille, 1));
  }

  private static void projections(Random random, int completed, int scheduled) {
    int units = 1 + random.nextInt(30_000);
    int earned = 1 + random.nextInt(units);
    Projection projection =
        Projection.byUnits(
            scheduled,
            completed,
            BigDecimal.valueOf(units, 3),
            BigDecimal.valueOf(earned, 3),
            BigDecimal.ZERO,
            RULES);
    long projected = SecondFigures.projected(completed, units, earned);
    assertThat(projection.projectedDays()).isEqualTo((int) projected);
    assertThat(projection.totalDays()).isEqualTo((int) Math.max(projected, scheduled));
  }

  @Test
  void both_require_the_same_hours_of_subscription_periods() {
    Random random = Dice.thrown("subscription periods").random;
    for (int i = 0; i < Dice.CASES; i++) {
      long[] hours = random.longs(1 + random.nextInt(12), 3, 16).toArray();
      long program = 12L + random.nextInt(110);
      List<SubscriptionPeriod> periods =
          SubscriptionPeriod.of(
              Arrays.stream(hours).mapToObj(BigDecimal::valueOf).toList(),
              BigDecimal.valueOf(program),
              RULES);
      for (SubscriptionPeriod period : periods) {
        long required = SecondFigures.required(hours, period.seq());
        assertThat(period.requiredHours().longValueExact()).isEqualTo(required);
        assertThat(period.withinProgram()).isEqualTo(required < program);
      }
    }
  }

  @Test
  void both_find_the_same_paces_intensities_and_prorations() {
    Random random = Dice.thrown("figures").random;
    for (int i = 0; i < Dice.CASES; i++) {
      int whole = 1 + random.nextInt(2_000);
      int part = random.nextInt(whole + 200);
      BigDecimal parts = BigDecimal.valueOf(part);
      BigDecimal wholes = BigDecimal.valueOf(whole);
      assertThat(ProgressFigures.of(wholes, parts, BigDecimal.ZERO, wholes, RULES).pacePercent())
          .isEqualTo(BigDecimal.valueOf(SecondFigures.perTenThousand(part, whole), 2));
      assertThat(EnrollmentIntensity.of(parts, wholes, RULES).value().longValueExact())
          .isEqualTo(SecondFigures.percent(part, whole));
      int weeks = 1 + random.nextInt(40);
      var proration =
          Proration.ofProgram(
              new UnitsAndWeeks(parts, BigDecimal.valueOf(weeks)),
              new UnitsAndWeeks(wholes, BigDecimal.valueOf(30)),
              RULES);
      assertThat(proration.isPresent()).isEqualTo(part < whole || weeks < 30);
      boolean unitsAreLess = part * 30 <= weeks * whole;
      proration.ifPresent(found ->
          assertThat(found.byFraction(new BigDecimal(5500)).longValueExact())
              .isEqualTo(
                  unitsAreLess
                      ? (2L * 5500 * part + whole) / (2L * whole)
                      : (2L * 5500 * weeks + 30) / 60));
    }
  }

  private static DateRange range(Random random, int within, int longest) {
    LocalDate from = START.plusDays(random.nextInt(within));
    return new DateRange(from, from.plusDays(random.nextInt(longest)));
  }

  private static Set<Long> epochDays(Set<LocalDate> days) {
    Set<Long> epochDays = new HashSet<>();
    days.forEach(day -> epochDays.add(day.toEpochDay()));
    return epochDays;
  }

  /** The days of ranges with at least so many. */
  private static Set<Long> epochDays(List<DateRange> ranges, int least) {
    Set<Long> days = new HashSet<>();
    for (DateRange range : new ArrayList<>(ranges)) {
      for (long day = range.from().toEpochDay();
          range.days() >= least && day <= range.to().toEpochDay();
          day++) {
        days.add(day);
      }
    }
    return days;
  }
}
