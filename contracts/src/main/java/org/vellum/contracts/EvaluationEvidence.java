package org.vellum.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of evidence: one evaluation result on which a decision rests.
 *
 * @param result our identifier of the evaluation result, an immutable fact
 * @param sourcedId {@code sourcedId} of the result in the source system (OneRoster 1.2, results)
 * @param lineItemTitle title of the line item that was evaluated
 * @param courseTitle title of the course to which the line item belongs
 * @param score score as given by the source, in the line item's own scale
 * @param scoreMaximum the highest score that the line item's scale foresees, more than 0
 * @param scoreDate day of the score, as given by the source
 * @param comment the evaluator's comment, where one was sent
 */
public record EvaluationEvidence(
    UUID result,
    String sourcedId,
    String lineItemTitle,
    String courseTitle,
    BigDecimal score,
    BigDecimal scoreMaximum,
    LocalDate scoreDate,
    Optional<String> comment) {}
