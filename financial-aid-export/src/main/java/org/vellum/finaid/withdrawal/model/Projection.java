package org.vellum.finaid.withdrawal.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * How many days a payment period of a program without terms would have taken the learner. Never
 * fewer than scheduled (FSA Handbook, volume 5, chapter 2, examples 19 to 22). A part of a day is a
 * day: this is our reading, as the examples come out whole.
 *
 * @param projectedDays by the method, before the comparison with the schedule
 * @param totalDays the days of the period: projected or scheduled, whichever is more
 * @param method what the projection rests on
 * @param rule why
 */
public record Projection(int projectedDays, int totalDays, Method method, Rule rule) {

  private static final String CITATION = "34 CFR 668.22(f); FSA Handbook 2025-26, vol. 5 ch. 2";

  /** What a projection rests on. */
  public enum Method {
    /** What the learner completed until the withdrawal. */
    OWN_PACE,
    /** Learners who did as many lessons in about as many days, where no unit was earned. */
    SIMILAR_STUDENTS,
    /** The learner who took longest, where there is no progress at all. */
    LONGEST_STUDENT,
    /** An end that is the same for all. */
    FIXED_CALENDAR
  }

  /**
   * By the learner's own pace in units. Time spent on failed units has already slowed the pace;
   * where nothing but failed units was done, they are done once more at the pace at which they were
   * failed.
   *
   * @param daysCompleted without excluded breaks and leave
   * @param earned units earned in the period, not negative
   * @param failed units failed in the period, not negative; one of the two is more than 0
   */
  public static Projection byUnits(
      int scheduledDays,
      int daysCompleted,
      BigDecimal unitsInPeriod,
      BigDecimal earned,
      BigDecimal failed,
      Ruleset ruleset) {
    Fraction times =
        earned.signum() > 0
            ? new Fraction(unitsInPeriod, earned)
            : new Fraction(unitsInPeriod.add(failed), failed);
    return of(scheduledDays, up(daysCompleted, times), Method.OWN_PACE, ruleset);
  }

  /**
   * By the learner's own pace in courses of equal length.
   *
   * @param daysAttended days spent on the courses attempted
   * @param coursesDone the part of the courses' lessons that was completed, such as 1 for all of
   *     one course; more than 0
   * @param courses in the period
   * @param failedCourses to be made up
   */
  public static Projection byCourses(
      int scheduledDays,
      int daysAttended,
      Fraction coursesDone,
      int courses,
      int failedCourses,
      Ruleset ruleset) {
    BigDecimal all = BigDecimal.valueOf((long) courses + failedCourses);
    Fraction times = new Fraction(all.multiply(coursesDone.denominator()), coursesDone.numerator());
    return of(scheduledDays, up(daysAttended, times), Method.OWN_PACE, ruleset);
  }

  /** By what the school's records say of others. */
  public static Projection byOthers(
      int scheduledDays, int daysOfOthers, Method method, Ruleset ruleset) {
    return of(scheduledDays, daysOfOthers, method, ruleset);
  }

  /** By an end that is the same for all, with the days spent in failed courses once more. */
  public static Projection byCalendar(int scheduledDays, int daysInFailed, Ruleset ruleset) {
    return of(scheduledDays, scheduledDays + daysInFailed, Method.FIXED_CALENDAR, ruleset);
  }

  private static int up(int days, Fraction times) {
    return BigDecimal.valueOf(days)
        .multiply(times.numerator())
        .divide(times.denominator(), 0, RoundingMode.CEILING)
        .intValueExact();
  }

  private static Projection of(int scheduled, int projected, Method method, Ruleset ruleset) {
    return new Projection(
        projected, Math.max(projected, scheduled), method, ruleset.reading(CITATION));
  }
}
