package org.vellum.finaid.measure.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of the rules, by the date from which it is in force. Its code stands on every derived
 * value, so that a value can be computed again when the rules have changed.
 */
public enum Ruleset {
  /**
   * As the Handbook of 2025-26 tells it; from the award year in which intensity replaced status.
   */
  US_TIV_2025_1("US-TIV-2025.1", LocalDate.of(2024, 7, 1)),
  /** With the loan limits of P.L. 119-21 for learners who are less than full-time. */
  US_TIV_2026_1("US-TIV-2026.1", LocalDate.of(2026, 7, 1));

  private final String code;
  private final LocalDate effectiveFrom;

  Ruleset(String code, LocalDate effectiveFrom) {
    this.code = code;
    this.effectiveFrom = effectiveFrom;
  }

  /** The rules on a day, or nothing for a day before the first version that is held here. */
  public static Optional<Ruleset> inForceOn(LocalDate day) {
    Ruleset[] versions = values();
    for (int i = versions.length - 1; i >= 0; i--) {
      if (!day.isBefore(versions[i].effectiveFrom)) {
        return Optional.of(versions[i]);
      }
    }
    return Optional.empty();
  }

  /** Such as {@code US-TIV-2025.1}. */
  public String code() {
    return code;
  }

  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** A rule of this version whose text settles the value. */
  public Rule rule(String citation) {
    return new Rule(this, citation, Rule.Reading.TEXT);
  }

  /** A rule of this version whose text leaves open what is done here. */
  public Rule reading(String citation) {
    return new Rule(this, citation, Rule.Reading.OURS);
  }
}
