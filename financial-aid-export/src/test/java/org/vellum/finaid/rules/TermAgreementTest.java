package org.vellum.finaid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.independent.SecondTerms;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.term.model.CalendarYear;
import org.vellum.finaid.term.model.Term;

/** Academic years that are made of terms, by both implementations. */
class TermAgreementTest {
  private static final LocalDate START = LocalDate.of(2024, 9, 2);

  @Test
  void both_find_the_same_years_of_terms() {
    Random random = Dice.thrown("years of terms").random;
    for (int i = 0; i < Dice.CASES; i++) {
      long[][] terms = terms(random);
      long[] program = {units(random, 120), 1_000L * (1 + random.nextInt(130))};
      int termsInYear = 1 + random.nextInt(3);
      long[] academic = {units(random, 36), 1_000L * (20 + random.nextInt(20)), termsInYear};
      long[][] passed = passed(random);
      List<CalendarYear> years =
          CalendarYear.of(
              Arrays.stream(terms).map(TermAgreementTest::term).toList(),
              new CalendarYear.Measures(measures(program), measures(academic), termsInYear),
              CumulativeTotals.of(attempts(passed), Set.of()),
              Ruleset.US_TIV_2025_1);
      assertThat(years.stream().map(each -> (long) each.seq()).toList())
          .isEqualTo(Arrays.stream(terms).map(each -> each[0]).distinct().sorted().toList());
      for (CalendarYear year : years) {
        agree(year, SecondTerms.year(terms, year.seq(), program, academic, passed));
      }
    }
  }

  private static void agree(CalendarYear year, SecondTerms.Year second) {
    assertThat(year.begin().toEpochDay()).isEqualTo(second.first());
    assertThat(year.end().toEpochDay()).isEqualTo(second.last());
    assertThat(year.through()).isEqualTo(measures(new long[] {second.units(), second.weeks()}));
    assertThat(year.gradeLevel()).isEqualTo((int) second.gradeLevel());
    assertThat(year.remainingUnits()).isEqualByComparingTo(thousandths(second.remaining()));
    assertThat(year.isShorterThanYear()).isEqualTo(second.whole() != 0);
    year.proration()
        .ifPresent(found -> {
          Fraction part = found.fraction();
          assertThat(part.numerator().multiply(thousandths(second.whole())))
              .isEqualByComparingTo(part.denominator().multiply(thousandths(second.part())));
        });
  }

  /** One after another, two or three in a year. */
  private static long[][] terms(Random random) {
    List<long[]> terms = new ArrayList<>();
    long day = START.toEpochDay() + random.nextInt(30);
    for (int year = 1; year <= 1 + random.nextInt(5); year++) {
      for (int term = 0; term < 2 + random.nextInt(2); term++) {
        long days = 7L * (6 + random.nextInt(12));
        long units = random.nextInt(10) == 0 ? 0 : units(random, 18);
        terms.add(new long[] {year, day, day + days - 1, units, 1_000 * days / 7});
        day += days + random.nextInt(40);
      }
    }
    return terms.toArray(long[][]::new);
  }

  private static long[][] passed(Random random) {
    long[][] passed = new long[random.nextInt(30)][];
    for (int i = 0; i < passed.length; i++) {
      passed[i] =
          new long[] {START.toEpochDay() + random.nextInt(1_500), 500L * (1 + random.nextInt(10))};
    }
    return passed;
  }

  /** In thousandths, and halves of a unit now and then. */
  private static long units(Random random, int most) {
    return 1_000L * (1 + random.nextInt(most)) + 500L * random.nextInt(2);
  }

  private static List<UnitAttempt> attempts(long[][] passed) {
    List<UnitAttempt> attempts = new ArrayList<>();
    for (long[] each : passed) {
      attempts.add(
          new UnitAttempt(
              "unit-" + attempts.size(),
              1,
              thousandths(each[1]),
              UnitAttempt.Outcome.PASSED,
              Optional.of(LocalDate.ofEpochDay(each[0])),
              UnitAttempt.Origin.INSTITUTION,
              true));
    }
    return attempts;
  }

  private static Term term(long[] term) {
    return new Term(
        (int) term[0],
        LocalDate.ofEpochDay(term[1]),
        LocalDate.ofEpochDay(term[2]),
        measures(new long[] {term[3], term[4]}));
  }

  private static UnitsAndWeeks measures(long[] thousandths) {
    return new UnitsAndWeeks(thousandths(thousandths[0]), thousandths(thousandths[1]));
  }

  private static BigDecimal thousandths(long number) {
    return BigDecimal.valueOf(number, 3);
  }
}
