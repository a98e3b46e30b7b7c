package org.vellum.finaid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.academicyear.model.AcademicYear;
import org.vellum.finaid.independent.SecondPeriods;
import org.vellum.finaid.independent.SecondPeriods.Part;
import org.vellum.finaid.independent.SecondProgress;
import org.vellum.finaid.measure.model.LimitingMeasure;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.PellFormula;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.progress.model.UnitAttempt;

/** Programs and the ways of learners through them, by both implementations. */
class AgreementTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final LocalDate START = LocalDate.of(2025, 2, 3);

  @Test
  void both_give_the_same_periods_and_fractions() {
    Dice dice = Dice.thrown("periods");
    for (int i = 0; i < Dice.CASES; i++) {
      UnitsAndWeeks year = dice.year();
      UnitsAndWeeks program = dice.program(year);
      List<ScheduledPeriod> periods = PeriodSchedule.of(program, year, RULES).periods();
      List<Part> second = SecondPeriods.periods(part(program), part(year));
      assertThat(periods.stream().map(period -> part(period.scheduled())).toList())
          .as("%s of %s", program, year)
          .isEqualTo(second);
      for (ScheduledPeriod period : periods) {
        fractions(period, year);
      }
    }
  }

  private static void fractions(ScheduledPeriod period, UnitsAndWeeks year) {
    var fraction = PellFormula.FORMULA_4.fraction(period.scheduled(), year, RULES);
    Part part = part(period.scheduled());
    int limiting = SecondPeriods.limiting(part, part(year));
    assertThat(fraction.limiting())
        .isEqualTo(
            limiting == 0
                ? LimitingMeasure.EQUAL
                : limiting < 0 ? LimitingMeasure.UNITS : LimitingMeasure.WEEKS);
    long cents =
        limiting < 0
            ? SecondPeriods.cents(739_500, part.units(), part(year).units())
            : SecondPeriods.cents(739_500, part.weeks(), part(year).weeks());
    assertThat(PellFormula.FORMULA_4.payment(new BigDecimal(7395), fraction.lesser()))
        .isEqualTo(BigDecimal.valueOf(cents, 2));
  }

  @Test
  void both_complete_periods_and_years_on_the_same_days() {
    Dice dice = Dice.thrown("progress");
    for (int i = 0; i < Dice.CASES; i++) {
      UnitsAndWeeks year = dice.year();
      UnitsAndWeeks program = dice.program(year);
      int days = program.weeks().intValue() * (7 + dice.random.nextInt(5)) + 7;
      List<UnitAttempt> attempts = dice.attempts(program, START, days);
      List<LocalDate> ends = dice.weekEnds(START, days / 7);
      CumulativeTotals totals = CumulativeTotals.of(attempts, ends);
      Walk walk = Walk.of(attempts, ends, days);

      PeriodSchedule schedule = PeriodSchedule.of(program, year, RULES);
      assertThat(
              PeriodProgress.of(schedule, START, totals, HalfDeterminedBy.UNITS, RULES).stream()
                  .map(period -> day(period.completed()))
                  .toList())
          .as("periods of %s, year %s", program, year)
          .isEqualTo(
              walk.reached(SecondPeriods.ends(SecondPeriods.periods(part(program), part(year)))));
      years(AcademicYear.of(program, year, START, totals, RULES), program, year, walk);
    }
  }

  private static void years(
      List<AcademicYear> years, UnitsAndWeeks program, UnitsAndWeeks year, Walk walk) {
    List<Part> thresholds = SecondPeriods.yearEnds(part(program), part(year));
    assertThat(years.stream().map(each -> part(each.threshold())).toList())
        .as("years of %s, year %s", program, year)
        .isEqualTo(thresholds);
    List<Long> ended = walk.reached(thresholds);
    assertThat(years.stream().map(each -> day(each.ended())).toList()).isEqualTo(ended);
    for (int i = 1; i < years.size(); i++) {
      if (ended.get(i - 1) != SecondProgress.NEVER) {
        long left = part(program).units() - SecondProgress.unitsBy(ended.get(i - 1), walk.unitsOn);
        long remaining = Math.max(0, left);
        assertThat(units(years.get(i).remainingUnits())).isEqualTo(remaining);
        assertThat(years.get(i).isShorterThanYear()).isEqualTo(remaining < part(year).units());
      }
    }
  }

  @Test
  void the_second_implementation_uses_nothing_of_the_first() throws IOException {
    Path folder = Path.of("src/test/java/org/vellum/finaid/independent");
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> used =
          files
              .flatMap(AgreementTest::lines)
              .filter(line -> line.startsWith("import org.vellum"))
              .filter(line -> !line.contains(".independent."))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(used).isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The facts as the second implementation takes them. */
  private record Walk(Map<Long, Long> unitsOn, Set<Long> weekEnds, long last) {

    static Walk of(List<UnitAttempt> attempts, List<LocalDate> ends, int days) {
      Map<String, Long> firstPassed = new HashMap<>();
      Map<String, Long> size = new HashMap<>();
      for (UnitAttempt attempt : attempts) {
        if (attempt.outcome() == UnitAttempt.Outcome.PASSED
            && attempt.origin() == UnitAttempt.Origin.INSTITUTION
            && attempt.countsTowardProgram()) {
          long day = attempt.outcomeDate().orElseThrow().toEpochDay();
          firstPassed.merge(attempt.unitId(), day, Math::min);
          size.put(attempt.unitId(), units(attempt.units()));
        }
      }
      Map<Long, Long> unitsOn = new HashMap<>();
      firstPassed.forEach(
          (unit, day) -> unitsOn.merge(day, size.getOrDefault(unit, 0L), Long::sum));
      Set<Long> weekEnds = new HashSet<>();
      ends.forEach(end -> weekEnds.add(end.toEpochDay()));
      return new Walk(unitsOn, weekEnds, START.toEpochDay() + days + 7);
    }

    List<Long> reached(List<Part> thresholds) {
      return SecondProgress.reached(thresholds, unitsOn, weekEnds, START.toEpochDay(), last);
    }
  }

  private static long day(Optional<LocalDate> date) {
    return date.map(LocalDate::toEpochDay).orElse(SecondProgress.NEVER);
  }

  private static Part part(UnitsAndWeeks measures) {
    return new Part(
        units(measures.units()),
        measures.weeks().multiply(BigDecimal.valueOf(SecondPeriods.WEEK)).longValueExact());
  }

  private static long units(BigDecimal units) {
    return units.multiply(BigDecimal.valueOf(SecondPeriods.UNIT)).longValueExact();
  }
}
