package org.vellum.finaid.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.facts.ProgramParameters;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.LesserFraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.PellFormula;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.period.model.ScheduledPeriod;

/**
 * What would change if parameters were kept.
 *
 * @param periods of the whole program, as they are now and as they would be
 * @param learners how many begin under these parameters
 * @param affected how many of them get other payment periods or fractions
 * @param warnings what the rule does not settle about the new periods
 */
public record Effect(
    List<Change> periods, int learners, int affected, Set<PeriodSchedule.Warning> warnings) {

  public Effect {
    periods = List.copyOf(periods);
    warnings = Set.copyOf(warnings);
  }

  /**
   * A payment period.
   *
   * @param seq from 1
   * @param before as it is now, if there is one
   * @param after as it would be, if there would be one
   */
  public record Change(int seq, Optional<Shown> before, Optional<Shown> after) {
    /** Whether anything differs. */
    public boolean differs() {
      return !before.equals(after);
    }
  }

  /**
   * A payment period as a page shows it.
   *
   * @param kind what it is a part of
   * @param units its units
   * @param weeks its weeks
   * @param byUnits its part of the annual Pell award by units
   * @param byWeeks its part by weeks
   * @param limiting which of the two is the lesser
   * @param citation the section
   */
  public record Shown(
      String kind,
      String units,
      String weeks,
      String byUnits,
      String byWeeks,
      String limiting,
      String citation) {}

  /**
   * Works it out.
   *
   * @param now the parameters in force on the first day of the new ones
   * @param next the new ones, which can be worked with
   * @param groups the learners who begin under the new ones
   */
  static Effect of(
      Optional<ProgramFacts> now, ProgramFacts next, List<ProgramParameters.Group> groups) {
    List<Shown> before = now.map(each -> shown(each, Optional.empty())).orElse(List.of());
    List<Shown> after = shown(next, Optional.empty());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      changes.add(new Change(i + 1, get(before, i), get(after, i)));
    }
    int affected = 0;
    for (ProgramParameters.Group group : groups) {
      Optional<UnitsAndWeeks> rest = rest(group);
      boolean same = now.isPresent() && shown(now.get(), rest).equals(shown(next, rest));
      affected += same ? 0 : group.learners();
    }
    return new Effect(
        changes,
        groups.stream().mapToInt(ProgramParameters.Group::learners).sum(),
        affected,
        warnings(next));
  }

  private static Optional<Shown> get(List<Shown> periods, int i) {
    return i < periods.size() ? Optional.of(periods.get(i)) : Optional.empty();
  }

  private static Optional<UnitsAndWeeks> rest(ProgramParameters.Group group) {
    return group
        .remainingUnits()
        .flatMap(units -> group.remainingWeeks().map(weeks -> new UnitsAndWeeks(units, weeks)))
        .filter(UnitsAndWeeks::isPositive);
  }

  private static Set<PeriodSchedule.Warning> warnings(ProgramFacts program) {
    return paysByPeriods(program)
        ? schedule(program, program.terms().length()).warnings()
        : Set.of();
  }

  private static List<Shown> shown(ProgramFacts program, Optional<UnitsAndWeeks> rest) {
    return paysByPeriods(program)
        ? schedule(program, rest.orElse(program.terms().length())).periods().stream()
            .map(period -> shown(period, program))
            .toList()
        : List.of();
  }

  private static boolean paysByPeriods(ProgramFacts program) {
    return program.terms().calendar().paysByCompletion()
        && program.terms().length().isPositive()
        && program.terms().academicYear().isPositive();
  }

  private static PeriodSchedule schedule(ProgramFacts program, UnitsAndWeeks length) {
    return PeriodSchedule.of(length, program.terms().academicYear(), ruleset(program));
  }

  private static Ruleset ruleset(ProgramFacts program) {
    LocalDate from = program.identity().effectiveFrom();
    return Ruleset.inForceOn(from).orElse(Ruleset.US_TIV_2025_1);
  }

  private static Shown shown(ScheduledPeriod period, ProgramFacts program) {
    LesserFraction pell =
        PellFormula.FORMULA_4.fraction(
            period.scheduled(), program.terms().academicYear(), ruleset(program));
    return new Shown(
        period.kind().name(),
        period.scheduled().units().toPlainString(),
        period.scheduled().weeks().toPlainString(),
        pell.byUnits().toString(),
        pell.byWeeks().toString(),
        pell.limiting().name(),
        period.rule().citation());
  }
}
