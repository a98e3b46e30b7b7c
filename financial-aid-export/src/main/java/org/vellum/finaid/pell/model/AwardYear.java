package org.vellum.finaid.pell.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * From July 1 to June 30.
 *
 * @param beginning the calendar year in which it begins
 */
public record AwardYear(int beginning) {

  public static AwardYear of(LocalDate day) {
    return new AwardYear(
        day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /**
   * The award years that a payment period may be paid from: one, or the two of which a school
   * chooses one if the period has days in both. (A longer one has its first and its last.)
   */
  public static Derived<List<AwardYear>> candidates(
      LocalDate start, LocalDate end, Ruleset ruleset) {
    AwardYear first = of(start);
    AwardYear last = of(end);
    return new Derived<>(
        first.equals(last) ? List.of(first) : List.of(first, last), ruleset.rule("34 CFR 690.64"));
  }

  /** Such as {@code 2025-26}. */
  public String code() {
    int next = (beginning + 1) % 100;
    return beginning + (next < 10 ? "-0" : "-") + next;
  }
}
