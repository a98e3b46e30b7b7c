package org.vellum.finaid.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.progress.model.UnitAttempt.Origin;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;

/** Throws programs and learners, often at the edges of the rules. */
final class Dice {
  static final int CASES = 10_000;
  private static final int[] YEAR_UNITS = {24, 30, 36, 45, 900};
  private static final int[] YEAR_WEEKS = {26, 30, 32, 36};

  final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  /** With a new seed, or the one of {@code -Dseed=}, which is printed. */
  static Dice thrown(String name) {
    return thrown(name, CASES);
  }

  /** The same for another number of cases. */
  static Dice thrown(String name, int cases) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(name + ": " + cases + " random cases, -Dseed=" + seed);
    return new Dice(seed);
  }

  /** An academic year; one in four has units with decimals. */
  UnitsAndWeeks year() {
    BigDecimal units = BigDecimal.valueOf(YEAR_UNITS[random.nextInt(YEAR_UNITS.length)]);
    if (random.nextInt(4) == 0) {
      units = units.add(thousandths(1_000));
    }
    return new UnitsAndWeeks(
        units, BigDecimal.valueOf(YEAR_WEEKS[random.nextInt(YEAR_WEEKS.length)]));
  }

  /** A program of up to six years: often of halves of them, or a little more or less. */
  UnitsAndWeeks program(UnitsAndWeeks year) {
    int halves = 1 + random.nextInt(12);
    BigDecimal units = part(year.units(), halves, new BigDecimal("0.001"));
    int other = random.nextInt(3) == 0 ? 1 + random.nextInt(12) : halves;
    BigDecimal weeks = part(year.weeks(), other, BigDecimal.ONE);
    return new UnitsAndWeeks(units, weeks);
  }

  private BigDecimal part(BigDecimal year, int halves, BigDecimal step) {
    BigDecimal exact = year.multiply(BigDecimal.valueOf(halves)).divide(BigDecimal.TWO);
    BigDecimal whole = exact.divideToIntegralValue(step).multiply(step);
    BigDecimal thrown =
        switch (random.nextInt(4)) {
          case 0 -> whole.add(step);
          case 1 -> whole.subtract(step);
          case 2 ->
              whole
                  .add(step.multiply(BigDecimal.valueOf(random.nextInt(5_000))))
                  .min(whole.multiply(BigDecimal.TWO));
          default -> whole;
        };
    return thrown.max(step);
  }

  BigDecimal thousandths(int below) {
    return BigDecimal.valueOf(random.nextInt(below), 3);
  }

  /** The last days of counted weeks: most weeks of so many since the start. */
  List<LocalDate> weekEnds(LocalDate start, int weeks) {
    List<LocalDate> ends = new ArrayList<>();
    for (int week = 1; week <= weeks; week++) {
      if (random.nextInt(12) != 0) {
        ends.add(start.plusDays(week * 7L - 1));
      }
    }
    return ends;
  }

  /**
   * Attempts at units of a program within so many days: some fail, some repeat, some came along.
   */
  List<UnitAttempt> attempts(UnitsAndWeeks program, LocalDate start, int days) {
    int size = 4 + random.nextInt(30);
    BigDecimal each = program.units().divide(BigDecimal.valueOf(size), 3, RoundingMode.CEILING);
    List<UnitAttempt> attempts = new ArrayList<>();
    for (int i = 0; i < size + 4; i++) {
      Outcome outcome = random.nextInt(6) == 0 ? any(Outcome.values()) : Outcome.PASSED;
      Origin origin = random.nextInt(9) == 0 ? any(Origin.values()) : Origin.INSTITUTION;
      attempts.add(
          new UnitAttempt(
              "unit-" + random.nextInt(size + 2),
              i,
              each,
              outcome,
              Optional.of(start.plusDays(random.nextInt(days))),
              origin,
              random.nextInt(20) != 0));
    }
    return attempts;
  }

  private <T> T any(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
