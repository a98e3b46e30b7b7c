package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A competency is taught or assessed somewhere.
 *
 * @param competency identifier of the CFItem (CASE 1.1)
 * @param assessed whether it is assessed there; otherwise it is taught
 * @param place where
 * @param threshold from which share of the scale on an assessment is passed, where that is said
 * @param weight how much of the place is about it, in the institution's own measure
 */
public record Offer(
    UUID competency,
    boolean assessed,
    Place place,
    Optional<BigDecimal> threshold,
    Optional<BigDecimal> weight) {}
