package org.vellum.finaid.independent;

import java.util.ArrayList;
import java.util.List;

/**
 * 34 CFR 668.4(c), read once more. Units are counted in 8000ths and weeks in eighths, so that a
 * school's three decimals can be halved three times in whole numbers.
 */
public final class SecondPeriods {

  /** Of one unit. */
  public static final long UNIT = 8_000;

  /** Of one week. */
  public static final long WEEK = 8;

  private SecondPeriods() {}

  /** A part of a program. */
  public record Part(long units, long weeks) {}

  /** Takes full academic years off the program until less than one is left. */
  public static List<Part> periods(Part program, Part year) {
    List<Part> periods = new ArrayList<>();
    if (program.units <= year.units || program.weeks <= year.weeks) {
      halves(program, periods);
      return periods;
    }
    long units = program.units;
    long weeks = program.weeks;
    while (units >= year.units && weeks >= year.weeks) {
      halves(year, periods);
      units -= year.units;
      weeks -= year.weeks;
    }
    if (units > 0 && weeks > 0) {
      if (2 * units > year.units && 2 * weeks > year.weeks) {
        halves(new Part(units, weeks), periods);
      } else {
        periods.add(new Part(units, weeks));
      }
    }
    return periods;
  }

  private static void halves(Part whole, List<Part> periods) {
    Part half = new Part(whole.units / 2, whole.weeks / 2);
    periods.add(half);
    periods.add(half);
  }

  /** Where each part ends, counted from the start. */
  public static List<Part> ends(List<Part> parts) {
    List<Part> ends = new ArrayList<>();
    long units = 0;
    long weeks = 0;
    for (Part part : parts) {
      units += part.units;
      weeks += part.weeks;
      ends.add(new Part(units, weeks));
    }
    return ends;
  }

  /** Where each academic year ends: by full years, the last one with the program. */
  public static List<Part> yearEnds(Part program, Part year) {
    List<Part> ends = new ArrayList<>();
    Part end = year;
    while (end.units < program.units && end.weeks < program.weeks) {
      ends.add(end);
      end = new Part(end.units + year.units, end.weeks + year.weeks);
    }
    // A year that used up one measure exactly has another after it if some of the other is left.
    boolean isFull = end.units <= program.units && end.weeks <= program.weeks;
    boolean isLonger = program.units > year.units && program.weeks > year.weeks;
    if (isFull && isLonger && !end.equals(program)) {
      ends.add(end);
    }
    ends.add(program);
    return ends;
  }

  /** Formula 4: -1 if units limit, 1 if weeks do, 0 if neither, by a common denominator. */
  public static int limiting(Part period, Part year) {
    return Long.compare(
        Math.multiplyExact(period.units, year.weeks), Math.multiplyExact(period.weeks, year.units));
  }

  /** A part of an amount in cents: rounded half up in whole numbers. */
  public static long cents(long amountInCents, long part, long whole) {
    return (2 * amountInCents * part + whole) / (2 * whole);
  }
}
