package org.vellum.finaid.facts.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.withdrawal.model.Projection;

/**
 * What the school recorded of a withdrawal.
 *
 * @param determinationDate the day on which the school determined it: of the notice, where there
 *     was one
 * @param withdrawalDate the withdrawal date that the school determined, such as the last day of
 *     attendance; nothing: it follows from the notice
 * @param pace of others, where the learner earned and failed nothing in the period
 * @param scheduledClockHours the clock hours that were scheduled to be completed in the period
 *     until then, in a program in clock hours
 * @param institutionalCharges for the period, if the school supplies them
 */
public record WithdrawalFacts(
    LocalDate determinationDate,
    Optional<LocalDate> withdrawalDate,
    Optional<PaceOfOthers> pace,
    Optional<BigDecimal> scheduledClockHours,
    Optional<BigDecimal> institutionalCharges) {

  /**
   * What the school's records say of other learners.
   *
   * @param days that the period took them
   * @param method whose days they are
   */
  public record PaceOfOthers(int days, Projection.Method method) {}
}
