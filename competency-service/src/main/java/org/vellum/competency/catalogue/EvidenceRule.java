package org.vellum.competency.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What evidences a competency: a result on the line item, or on any line item of the course, at the
 * threshold or above. Exactly one of the two is named.
 *
 * @param competency identifier of the CFItem (CASE 1.1)
 * @param lineItem {@code sourcedId} of a line item (OneRoster 1.2)
 * @param course {@code sourcedId} of a course (OneRoster 1.2)
 * @param threshold share of the way from the least to the greatest value of the scale, more than 0
 *     and at most 1
 * @param weight how much of it is about the competency, in the institution's own measure; more than
 *     0; by it a result counts where a policy of mastery averages, and nowhere else
 * @param from first day whose results count; any, if absent
 * @param to first day whose results count no more
 */
public record EvidenceRule(
    UUID competency,
    Optional<String> lineItem,
    Optional<String> course,
    BigDecimal threshold,
    Optional<BigDecimal> weight,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {}
