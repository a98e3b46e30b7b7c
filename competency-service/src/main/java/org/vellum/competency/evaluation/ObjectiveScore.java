package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * What a result says of one CASE item (OneRoster 1.2, learningObjectiveResults).
 *
 * @param competency identifier of the CFItem
 * @param score the score for it, on the scale of the line item, where one was sent
 * @param textScore the score for it in words, where one was sent
 */
public record ObjectiveScore(
    UUID competency, Optional<BigDecimal> score, Optional<String> textScore) {}
