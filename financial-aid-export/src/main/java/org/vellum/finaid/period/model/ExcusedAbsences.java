package org.vellum.finaid.period.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * What a school and those above it allow of excused absences in a clock-hour program.
 *
 * @param inWrittenPolicy whether the school's written policies permit them
 * @param accreditorLimit hours that the accrediting agency allows in a period, where it limits them
 * @param stateLimit hours that the state agency allows in a period, where it limits them
 */
public record ExcusedAbsences(
    boolean inWrittenPolicy,
    Optional<BigDecimal> accreditorLimit,
    Optional<BigDecimal> stateLimit) {

  private static final BigDecimal TENTH = new BigDecimal("0.1");

  /**
   * The missed hours that count as completed in a payment period: no more than were excused, than
   * either agency allows, or than 10 percent of the period's clock hours.
   */
  public Derived<BigDecimal> countable(
      BigDecimal excused, BigDecimal periodHours, Ruleset ruleset) {
    BigDecimal most = excused.min(periodHours.multiply(TENTH));
    most = most.min(accreditorLimit.orElse(most)).min(stateLimit.orElse(most));
    return new Derived<>(
        inWrittenPolicy ? most.max(BigDecimal.ZERO) : BigDecimal.ZERO,
        ruleset.rule("34 CFR 668.4(e)"));
  }
}
