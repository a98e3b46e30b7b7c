package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One fact in the history of a learner's results, to be read.
 *
 * @param id our identifier of the fact
 * @param sourceSystem the system that sent it
 * @param sourcedId its {@code sourcedId} in that system
 * @param lineItem title of what was evaluated
 * @param course title of its course
 * @param score the score as a whole, where there is one
 * @param textScore the score in words, where there is one
 * @param scaleMinimum the least value of the scale
 * @param scaleMaximum the greatest value of the scale
 * @param scoreStatus how far the evaluation went
 * @param scoreDate day of the score
 * @param comment the evaluator's comment, where one was sent
 * @param modifiedAt when the source changed it, by its clock
 * @param receivedAt when it came, by our clock
 * @param state {@code in force}, {@code corrected}, {@code taken back} or {@code taking back}
 */
public record HistoryEntry(
    UUID id,
    String sourceSystem,
    String sourcedId,
    String lineItem,
    String course,
    Optional<BigDecimal> score,
    Optional<String> textScore,
    BigDecimal scaleMinimum,
    BigDecimal scaleMaximum,
    String scoreStatus,
    LocalDate scoreDate,
    Optional<String> comment,
    Instant modifiedAt,
    Instant receivedAt,
    String state) {}
