package org.vellum.finaid.term.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.CumulativeTotals;

/**
 * An academic year that is made of terms: a scheduled one (SAY), or a borrower-based one of the
 * first two kinds (BBAY 1, BBAY 2). It ends with the last of its terms, whatever was completed (FSA
 * Handbook 2025-26, volume 8, chapter 6).
 *
 * @param seq from 1
 * @param begin the first day of its first term
 * @param end the last day of its last term
 * @param through units and weeks of all terms from the start to its end
 * @param gradeLevel the academic years whose units were completed before it, and one: a school may
 *     count otherwise by its policy
 * @param remainingUnits units of the program that remained at its start
 * @param proration the part of the annual limit, if the program or what remained of it is shorter
 *     than a year
 * @param rule why
 */
public record CalendarYear(
    int seq,
    LocalDate begin,
    LocalDate end,
    UnitsAndWeeks through,
    int gradeLevel,
    BigDecimal remainingUnits,
    Optional<Proration> proration,
    Rule rule) {

  private static final String CITATION =
      "34 CFR 668.3(a); 34 CFR 685.203; FSA Handbook 2025-26, vol. 8 ch. 6";

  /**
   * What a program is measured by.
   *
   * @param length of the program, or of what remained of it
   * @param year the school's academic year
   * @param termsInYear of how many terms a year is, at least 1; a summer term before or behind it
   *     is none of them
   */
  public record Measures(UnitsAndWeeks length, UnitsAndWeeks year, int termsInYear) {}

  /** The years of terms in their order. */
  public static List<CalendarYear> of(
      List<Term> terms, Measures measures, CumulativeTotals totals, Ruleset ruleset) {
    Map<Integer, List<Term>> byYear = new TreeMap<>();
    terms.forEach(
        term -> byYear.computeIfAbsent(term.academicYear(), seq -> new ArrayList<>()).add(term));
    List<CalendarYear> years = new ArrayList<>();
    UnitsAndWeeks through = UnitsAndWeeks.NONE;
    for (Map.Entry<Integer, List<Term>> each : byYear.entrySet()) {
      List<Term> own = each.getValue();
      for (Term term : own) {
        through = through.plus(term.size());
      }
      LocalDate begin = own.getFirst().from();
      BigDecimal done = totals.at(begin.minusDays(1)).units();
      BigDecimal remaining = measures.length.units().subtract(done).max(BigDecimal.ZERO);
      years.add(
          new CalendarYear(
              each.getKey(),
              begin,
              own.getLast().to(),
              through,
              done.divideToIntegralValue(measures.year.units()).intValue() + 1,
              remaining,
              years.isEmpty()
                  ? Proration.ofProgram(measures.length, measures.year, ruleset)
                  : remainder(remaining, own.getFirst().size().units(), measures, ruleset),
              ruleset.reading(CITATION)));
    }
    return List.copyOf(years);
  }

  /** Whether fewer terms than a year's remained at its start, or the program is shorter. */
  public boolean isShorterThanYear() {
    return proration.isPresent();
  }

  /**
   * What remains is shorter than a year if it has fewer terms than one (FSA Handbook 2025-26,
   * volume 8, chapter 5): as many as the learner needs with the load of the year's first term.
   */
  private static Optional<Proration> remainder(
      BigDecimal remaining, BigDecimal load, Measures measures, Ruleset ruleset) {
    if (remaining.signum() == 0 || load.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal terms = remaining.divide(load, 0, RoundingMode.CEILING);
    return terms.compareTo(BigDecimal.valueOf(measures.termsInYear)) >= 0
        ? Optional.empty()
        : Proration.ofRemainder(remaining, measures.year.units(), ruleset);
  }
}
