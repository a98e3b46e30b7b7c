package org.vellum.finaid.independent;

import java.util.Set;

/** 34 CFR 668.22, 668.34, 668.2 and 685.203, read once more, in whole numbers. */
public final class SecondFigures {

  private SecondFigures() {}

  /** Days of a period that are neither in an excluded break nor on leave, up to and with a day. */
  public static int days(long first, long until, Set<Long> excluded) {
    int days = 0;
    for (long day = first; day <= until; day++) {
      days += excluded.contains(day) ? 0 : 1;
    }
    return days;
  }

  /** The first whole number of days in which the units are done at this pace. */
  public static long projected(long days, long unitsInPeriod, long earned) {
    long whole = days * unitsInPeriod / earned;
    return whole * earned < days * unitsInPeriod ? whole + 1 : whole;
  }

  /** In thousandths, half up. */
  public static long perMille(long part, long whole) {
    return (2 * 1_000 * part + whole) / (2 * whole);
  }

  /** In hundredths of a percent, half up. */
  public static long perTenThousand(long part, long whole) {
    return (2 * 10_000 * part + whole) / (2 * whole);
  }

  /** In whole percent, half up, at most 100. */
  public static long percent(long part, long whole) {
    return Math.min(100, (2 * 100 * part + whole) / (2 * whole));
  }

  public static boolean pastSixty(long part, long whole) {
    return 100 * part > 60 * whole;
  }

  /** Hours to be completed before a subscription period: all before but the one just before. */
  public static long required(long[] hours, int seq) {
    long sum = 0;
    for (int earlier = 1; earlier <= seq - 2; earlier++) {
      sum += hours[earlier - 1];
    }
    return sum;
  }
}
