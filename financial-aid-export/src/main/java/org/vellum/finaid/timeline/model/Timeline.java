package org.vellum.finaid.timeline.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.academicyear.model.AcademicYear;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.pell.model.PellFormula;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;

/**
 * All that the rules derive for one learner in one program without terms or in clock hours.
 *
 * @param schedule the scheduled payment periods
 * @param periods each with its progress, in order
 * @param years each with its progress, in order
 */
public record Timeline(
    PeriodSchedule schedule, List<TimelinePeriod> periods, List<TimelineYear> years) {

  public Timeline {
    periods = List.copyOf(periods);
    years = List.copyOf(years);
  }

  /**
   * Derives a timeline.
   *
   * @param program units and weeks of the program, or of what remains of it for the learner
   * @param academicYear units and weeks of the school's academic year
   * @param start the learner's first day
   * @param asOf the day up to which the facts are known
   * @param totals the learner's facts up to that day
   */
  public static Timeline of(
      UnitsAndWeeks program,
      UnitsAndWeeks academicYear,
      LocalDate start,
      LocalDate asOf,
      CumulativeTotals totals,
      Ruleset ruleset) {
    PeriodSchedule schedule = PeriodSchedule.of(program, academicYear, ruleset);
    ProjectedEnd ends = ProjectedEnd.of(start, asOf, totals);
    List<TimelinePeriod> periods = new ArrayList<>(schedule.periods().size());
    for (PeriodProgress progress :
        PeriodProgress.of(schedule, start, totals, HalfDeterminedBy.UNITS, ruleset)) {
      periods.add(period(progress, academicYear, ends, ruleset));
    }
    return new Timeline(
        schedule, periods, years(program, academicYear, start, asOf, totals, ruleset));
  }

  /** The academic years that end by completion (BBAY 3), in whatever calendar. */
  static List<TimelineYear> years(
      UnitsAndWeeks program,
      UnitsAndWeeks academicYear,
      LocalDate start,
      LocalDate asOf,
      CumulativeTotals totals,
      Ruleset ruleset) {
    ProjectedEnd ends = ProjectedEnd.of(start, asOf, totals);
    List<TimelineYear> years = new ArrayList<>();
    for (AcademicYear year : AcademicYear.of(program, academicYear, start, totals, ruleset)) {
      years.add(
          new TimelineYear(
              year,
              ends.scheduled(year.threshold().weeks()),
              year.ended().or(() -> ends.projected(year.threshold()))));
    }
    return years;
  }

  private static TimelinePeriod period(
      PeriodProgress progress, UnitsAndWeeks academicYear, ProjectedEnd ends, Ruleset ruleset) {
    UnitsAndWeeks threshold = progress.period().cumulative();
    LocalDate scheduledEnd = ends.scheduled(threshold.weeks());
    Optional<LocalDate> projectedEnd = progress.completed().or(() -> ends.projected(threshold));
    LocalDate end = projectedEnd.orElse(scheduledEnd);
    return new TimelinePeriod(
        progress,
        PellFormula.FORMULA_4.fraction(progress.period().scheduled(), academicYear, ruleset),
        scheduledEnd,
        projectedEnd,
        progress
            .start()
            .map(begun -> AwardYear.candidates(begun, end.isBefore(begun) ? begun : end, ruleset)));
  }
}
