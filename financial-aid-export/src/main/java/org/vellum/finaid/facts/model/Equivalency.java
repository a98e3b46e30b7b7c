package org.vellum.finaid.facts.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.measure.model.UnitMeasure;

/**
 * What a course or competency is worth in a program's units, from a day on until the next of the
 * same unit and program.
 *
 * @param unitId the course or competency
 * @param programVersionId the program
 * @param units more than 0
 * @param measure what they are
 * @param expectedWeeks that it takes, where the method says so
 * @param effectiveFrom the first day
 * @param approvalRef where the approval is written down
 * @param sourceAsOf when it became known
 */
public record Equivalency(
    String unitId,
    String programVersionId,
    BigDecimal units,
    UnitMeasure measure,
    Optional<BigDecimal> expectedWeeks,
    LocalDate effectiveFrom,
    Optional<String> approvalRef,
    Instant sourceAsOf) {}
