package org.vellum.finaid.academicyear.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.Reached;

/**
 * A borrower-based academic year of a learner (BBAY 3): it begins with enrolment, or the day after
 * the year before, and ends by the later of its units and its weeks (FSA Handbook, volume 8,
 * chapter 6).
 *
 * @param seq from 1
 * @param threshold cumulative units and weeks by which it ends; the last ends with the program
 * @param start its first day, once the year before has ended
 * @param unitsCompleted the first day with its cumulative units
 * @param weeksCompleted the first day with its cumulative weeks
 * @param ended the first day with both
 * @param gradeLevel the completed years and one: a school may cap it by its policy
 * @param remainingUnits units of the program that remained at its start; as scheduled while it has
 *     not begun
 * @param proration the part of the annual limit if what remained is shorter than a year
 * @param rule why
 */
public record AcademicYear(
    int seq,
    UnitsAndWeeks threshold,
    Optional<LocalDate> start,
    Optional<LocalDate> unitsCompleted,
    Optional<LocalDate> weeksCompleted,
    Optional<LocalDate> ended,
    int gradeLevel,
    BigDecimal remainingUnits,
    Optional<Proration> proration,
    Rule rule) {

  private static final String CITATION = "34 CFR 668.3(a); 34 CFR 685.203";

  /** The years of a program until its end. */
  public static List<AcademicYear> of(
      UnitsAndWeeks program,
      UnitsAndWeeks year,
      LocalDate start,
      CumulativeTotals totals,
      Ruleset ruleset) {
    List<AcademicYear> years = new ArrayList<>();
    Optional<LocalDate> begins = Optional.of(start);
    UnitsAndWeeks done = UnitsAndWeeks.NONE;
    int count = count(program, year);
    for (int seq = 1; seq <= count; seq++) {
      UnitsAndWeeks threshold = seq == count ? program : year.times(seq);
      BigDecimal remaining = program.units().subtract(done.units()).max(BigDecimal.ZERO);
      AcademicYear each =
          of(seq, threshold, begins, remaining, totals, ruleset)
              .prorated(proration(seq, program, year, remaining, ruleset));
      years.add(each);
      begins = each.ended().map(day -> day.plusDays(1));
      done = each.ended().map(totals::at).orElse(threshold);
    }
    return List.copyOf(years);
  }

  /** Whether fewer units than a year's remained at its start, or the program is shorter. */
  public boolean isShorterThanYear() {
    return proration.isPresent();
  }

  /** How many years: the full ones, which need both measures, and one for any remainder. */
  private static int count(UnitsAndWeeks program, UnitsAndWeeks year) {
    if (!program.exceeds(year)) {
      return 1;
    }
    int full = program.wholeTimes(year);
    return year.times(full).equals(program) ? full : full + 1;
  }

  private static Optional<Proration> proration(
      int seq, UnitsAndWeeks program, UnitsAndWeeks year, BigDecimal remaining, Ruleset ruleset) {
    return seq == 1
        ? Proration.ofProgram(program, year, ruleset)
        : Proration.ofRemainder(remaining, year.units(), ruleset);
  }

  private static AcademicYear of(
      int seq,
      UnitsAndWeeks threshold,
      Optional<LocalDate> begins,
      BigDecimal remaining,
      CumulativeTotals totals,
      Ruleset ruleset) {
    Reached end = Reached.of(threshold, totals);
    Optional<LocalDate> ended = begins.isPresent() ? end.both() : Optional.empty();
    return new AcademicYear(
        seq,
        threshold,
        begins.map(day -> ended.filter(day::isAfter).orElse(day)),
        end.units(),
        end.weeks(),
        ended,
        seq,
        remaining,
        Optional.empty(),
        ruleset.rule(CITATION));
  }

  private AcademicYear prorated(Optional<Proration> part) {
    return new AcademicYear(
        seq,
        threshold,
        start,
        unitsCompleted,
        weeksCompleted,
        ended,
        gradeLevel,
        remainingUnits,
        part,
        rule);
  }
}
