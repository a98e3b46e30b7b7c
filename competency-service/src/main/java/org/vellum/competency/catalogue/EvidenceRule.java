package org.vellum.competency.catalogue;

import java.math.BigDecimal;
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
 */
public record EvidenceRule(
    UUID competency, Optional<String> lineItem, Optional<String> course, BigDecimal threshold) {

  /** The same pair at another threshold. */
  EvidenceRule at(BigDecimal other) {
    return new EvidenceRule(competency, lineItem, course, other);
  }
}
