package org.vellum.finaid.period.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * The payment periods of a program without terms or in clock hours, fixed when it begins (34 CFR
 * 668.4(c)).
 *
 * @param program units and weeks of the program, or of what remains of it for the learner
 * @param academicYear units and weeks of the school's academic year
 * @param periods in order
 * @param warnings what the aid office should look at
 */
public record PeriodSchedule(
    UnitsAndWeeks program,
    UnitsAndWeeks academicYear,
    List<ScheduledPeriod> periods,
    Set<Warning> warnings) {

  private static final String ONE_YEAR = "34 CFR 668.4(c)(1)";
  private static final String FULL_YEARS = "34 CFR 668.4(c)(2)(i)";
  private static final String LONG_REMAINDER = "34 CFR 668.4(c)(2)(ii)";
  private static final String SHORT_REMAINDER = "34 CFR 668.4(c)(2)(iii)";

  /** What the rule does not settle and the aid office should look at. */
  public enum Warning {
    /** Full academic years use up one measure and leave some of the other: no period for it. */
    REMAINDER_ZERO_MEASURE
  }

  public PeriodSchedule {
    periods = List.copyOf(periods);
    warnings = Set.copyOf(warnings);
  }

  /**
   * The periods of a program.
   *
   * @param program more than 0 in both measures
   * @param academicYear more than 0 in both measures
   */
  public static PeriodSchedule of(
      UnitsAndWeeks program, UnitsAndWeeks academicYear, Ruleset ruleset) {
    if (!program.isPositive() || !academicYear.isPositive()) {
      throw new IllegalArgumentException("needs units and weeks: " + program + academicYear);
    }
    Builder builder = new Builder();
    if (!program.exceeds(academicYear)) {
      builder.halves(
          1, PeriodKind.HALF_OF_PROGRAM, program, oneYear(program, academicYear, ruleset));
      return builder.build(program, academicYear);
    }
    int years = program.wholeTimes(academicYear);
    for (int year = 1; year <= years; year++) {
      builder.halves(year, PeriodKind.HALF_OF_AY, academicYear, ruleset.rule(FULL_YEARS));
    }
    builder.remainder(years + 1, program.minus(academicYear.times(years)), academicYear, ruleset);
    return builder.build(program, academicYear);
  }

  /**
   * The Handbook's note covers a program with one measure less than a year; one that is equal in a
   * measure and longer in the other is our reading.
   */
  private static Rule oneYear(UnitsAndWeeks program, UnitsAndWeeks year, Ruleset ruleset) {
    boolean settled = year.reaches(program) || !program.reaches(year);
    return settled ? ruleset.rule(ONE_YEAR) : ruleset.reading(ONE_YEAR);
  }

  /**
   * Whether what remains after the full years is more than a year in one measure, since a full year
   * needs both. Shown to the aid office as {@code REMAINDER_OVER_AY_ONE_MEASURE}.
   */
  public boolean remainderExceedsYearInOneMeasure() {
    if (!program.exceeds(academicYear)) {
      return false;
    }
    UnitsAndWeeks rest = program.minus(academicYear.times(program.wholeTimes(academicYear)));
    return !academicYear.reaches(rest);
  }

  /** Adds periods up. */
  private static final class Builder {
    private final List<ScheduledPeriod> periods = new ArrayList<>();
    private final Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    private UnitsAndWeeks cumulative = UnitsAndWeeks.NONE;

    void halves(int year, PeriodKind kind, UnitsAndWeeks whole, Rule rule) {
      add(year, kind, whole.half(), rule);
      add(year, kind, whole.half(), rule);
    }

    void remainder(int year, UnitsAndWeeks rest, UnitsAndWeeks academicYear, Ruleset ruleset) {
      if (!rest.isPositive()) {
        if (!rest.equals(UnitsAndWeeks.NONE)) {
          warnings.add(Warning.REMAINDER_ZERO_MEASURE);
        }
      } else if (rest.exceeds(academicYear.half())) {
        boolean settled = academicYear.reaches(rest);
        halves(
            year,
            PeriodKind.HALF_OF_REMAINDER,
            rest,
            settled ? ruleset.rule(LONG_REMAINDER) : ruleset.reading(LONG_REMAINDER));
      } else {
        add(year, PeriodKind.REMAINDER, rest, ruleset.rule(SHORT_REMAINDER));
      }
    }

    private void add(int year, PeriodKind kind, UnitsAndWeeks scheduled, Rule rule) {
      cumulative = cumulative.plus(scheduled);
      periods.add(new ScheduledPeriod(periods.size() + 1, year, kind, scheduled, cumulative, rule));
    }

    PeriodSchedule build(UnitsAndWeeks program, UnitsAndWeeks academicYear) {
      return new PeriodSchedule(program, academicYear, periods, warnings);
    }
  }
}
