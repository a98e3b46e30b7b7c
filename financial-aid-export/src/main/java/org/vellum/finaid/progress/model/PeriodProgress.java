package org.vellum.finaid.progress.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.period.model.PeriodKind;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.period.model.ScheduledPeriod;

/**
 * A payment period as a learner went through it.
 *
 * @param period as scheduled
 * @param state how it stands
 * @param start its first day: the learner's, or the day after the period before was completed
 * @param unitsCompleted the first day with the period's cumulative units
 * @param weeksCompleted the first day with the period's cumulative weeks
 * @param completed the first day with both; the next period begins on the next
 * @param halfUnits the first day with half of the period's units, all before included
 * @param halfWeeks the first day with half of the period's weeks, all before included
 * @param rule why
 */
public record PeriodProgress(
    ScheduledPeriod period,
    State state,
    Optional<LocalDate> start,
    Optional<LocalDate> unitsCompleted,
    Optional<LocalDate> weeksCompleted,
    Optional<LocalDate> completed,
    Optional<LocalDate> halfUnits,
    Optional<LocalDate> halfWeeks,
    Rule rule) {

  /** How a period stands. */
  public enum State {
    /** The one before is not completed. */
    SCHEDULED,
    OPEN,
    COMPLETED
  }

  /**
   * Every period of a schedule, tested against a learner's cumulative totals in both measures.
   *
   * @param start the learner's first day in the program, or in what remains of it
   */
  public static List<PeriodProgress> of(
      PeriodSchedule schedule,
      LocalDate start,
      CumulativeTotals totals,
      HalfDeterminedBy by,
      Ruleset ruleset) {
    List<PeriodProgress> all = new ArrayList<>(schedule.periods().size());
    Optional<LocalDate> begins = Optional.of(start);
    for (ScheduledPeriod period : schedule.periods()) {
      PeriodProgress progress = of(period, begins, totals, rule(period, by, ruleset));
      all.add(progress);
      begins = progress.completed().map(day -> day.plusDays(1));
    }
    return List.copyOf(all);
  }

  private static PeriodProgress of(
      ScheduledPeriod period, Optional<LocalDate> begins, CumulativeTotals totals, Rule rule) {
    Reached end = Reached.of(period.cumulative(), totals);
    Reached half = Reached.of(period.midpoint(), totals);
    Optional<LocalDate> completed = begins.isPresent() ? end.both() : Optional.empty();
    return new PeriodProgress(
        period,
        state(begins, completed),
        // Sparse facts can complete two short periods on one day: the second begins on it too.
        begins.map(day -> completed.filter(day::isAfter).orElse(day)),
        end.units(),
        end.weeks(),
        completed,
        half.units(),
        half.weeks(),
        rule);
  }

  private static State state(Optional<LocalDate> begins, Optional<LocalDate> completed) {
    if (begins.isEmpty()) {
      return State.SCHEDULED;
    }
    return completed.isPresent() ? State.COMPLETED : State.OPEN;
  }

  private static Rule rule(ScheduledPeriod period, HalfDeterminedBy by, Ruleset ruleset) {
    return by == HalfDeterminedBy.COURSEWORK && period.kind() != PeriodKind.REMAINDER
        ? ruleset.rule("34 CFR 668.4(c)(3)")
        : period.rule();
  }
}
