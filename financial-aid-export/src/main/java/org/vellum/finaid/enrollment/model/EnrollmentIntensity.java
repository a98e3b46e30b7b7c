package org.vellum.finaid.enrollment.model;

import java.math.BigDecimal;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.program.model.CalendarType;

/** The percentage of a full-time load at which a learner is enrolled, for Pell. */
public final class EnrollmentIntensity {

  private static final BigDecimal FULL = BigDecimal.valueOf(100);
  private static final String CITATION = "34 CFR 690.63; FSA Handbook 2025-26, vol. 7 ch. 3";

  private EnrollmentIntensity() {}

  /** Whole percent, rounded half up and at most 100. */
  public static Derived<BigDecimal> of(BigDecimal enrolled, BigDecimal fullTime, Ruleset ruleset) {
    return new Derived<>(
        new Fraction(enrolled, fullTime).percent(0).min(FULL), ruleset.rule(CITATION));
  }

  /**
   * What counts for the annual award: in a program without terms or in clock hours always all of
   * it, whatever the learner's load.
   */
  public static Derived<BigDecimal> forAnnualAward(
      CalendarType calendar, BigDecimal enrolled, BigDecimal fullTime, Ruleset ruleset) {
    return calendar.paysByCompletion()
        ? new Derived<>(FULL, ruleset.rule("34 CFR 690.63(a)(4), (e)"))
        : of(enrolled, fullTime, ruleset);
  }
}
