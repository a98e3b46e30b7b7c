package org.vellum.finaid.enrollment.model;

import java.math.BigDecimal;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;

/** An enrolled learner's load as it is reported, by the letters of enrollment reporting. */
@SuppressWarnings("ImmutableEnumChecker") // a fraction is immutable
public enum EnrollmentStatus {
  FULL_TIME("F", Fraction.of(1, 1)),
  THREE_QUARTER_TIME("Q", Fraction.of(3, 4)),
  HALF_TIME("H", Fraction.of(1, 2)),
  LESS_THAN_HALF_TIME("L", Fraction.of(0, 1));

  private final String letter;
  private final Fraction least;

  EnrollmentStatus(String letter, Fraction least) {
    this.letter = letter;
    this.least = least;
  }

  public String letter() {
    return letter;
  }

  /**
   * The status by the load actually carried, compared exactly with full-time, three quarters and
   * half of it. In a program without terms both are taken over the academic year: this is our
   * reading, since for Pell such a learner is full-time anyway.
   */
  public static Derived<EnrollmentStatus> of(
      BigDecimal enrolled, BigDecimal fullTime, Ruleset ruleset) {
    Fraction load = new Fraction(enrolled, fullTime);
    for (EnrollmentStatus status : values()) {
      if (!load.isLessThan(status.least)) {
        return new Derived<>(status, ruleset.reading("34 CFR 668.2; 34 CFR 685.309(b)"));
      }
    }
    throw new IllegalStateException("less than nothing: " + load);
  }
}
