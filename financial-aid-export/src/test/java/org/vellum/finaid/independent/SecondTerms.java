package org.vellum.finaid.independent;

/**
 * Academic years that are made of terms (FSA Handbook 2025-26, volume 8, chapters 5 and 6), read
 * once more, in whole numbers.
 */
public final class SecondTerms {

  private SecondTerms() {}

  /**
   * A year.
   *
   * @param units of its terms and of all before
   * @param part of the annual limit; nothing over nothing for all of it
   */
  public record Year(
      long first,
      long last,
      long units,
      long weeks,
      long gradeLevel,
      long remaining,
      long part,
      long whole) {}

  /**
   * The year of some of the terms.
   *
   * @param terms each with its year, first day, last day, units and weeks
   * @param program units and weeks
   * @param academic units, weeks and terms of an academic year
   * @param passed each with its day and units
   */
  public static Year year(
      long[][] terms, long year, long[] program, long[] academic, long[][] passed) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long load = 0;
    long units = 0;
    long weeks = 0;
    boolean isFirst = true;
    for (long[] term : terms) {
      isFirst &= term[0] >= year;
      if (term[0] <= year) {
        units += term[3];
        weeks += term[4];
      }
      if (term[0] == year) {
        load = term[1] < first ? term[3] : load;
        first = Math.min(first, term[1]);
        last = Math.max(last, term[2]);
      }
    }
    long done = 0;
    for (long[] each : passed) {
      done += each[0] < first ? each[1] : 0;
    }
    long remaining = Math.max(0, program[0] - done);
    long[] part =
        isFirst ? partOfProgram(program, academic) : partOfRest(remaining, load, academic);
    return new Year(first, last, units, weeks, 1 + done / academic[0], remaining, part[0], part[1]);
  }

  /** A program that is shorter in one measure: the lesser part. */
  private static long[] partOfProgram(long[] program, long[] academic) {
    if (program[0] >= academic[0] && program[1] >= academic[1]) {
      return new long[] {0, 0};
    }
    return program[0] * academic[1] <= program[1] * academic[0]
        ? new long[] {program[0], academic[0]}
        : new long[] {program[1], academic[1]};
  }

  /** Fewer terms than a year's, by adding term after term until nothing is left. */
  private static long[] partOfRest(long remaining, long load, long[] academic) {
    long terms = 0;
    for (long left = remaining; left > 0 && load > 0; left -= load) {
      terms++;
    }
    boolean shorter = terms > 0 && terms < academic[2] && remaining < academic[0];
    return shorter ? new long[] {remaining, academic[0]} : new long[] {0, 0};
  }
}
