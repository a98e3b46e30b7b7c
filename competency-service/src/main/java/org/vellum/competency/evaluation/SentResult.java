package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An evaluation result as a source sent it, well-formed but not yet compared with anything.
 *
 * @param source the system that sent it: its OAuth 2.0 client identifier
 * @param sourcedId its {@code sourcedId} in that system, 1 to 255 characters
 * @param student {@code sourcedId} of the learner
 * @param lineItem {@code sourcedId} of what was evaluated
 * @param scoreStatus how far the evaluation went (OneRoster 1.2, scoreStatus)
 * @param score the score as a whole, where one was sent
 * @param textScore the score in words, where one was sent
 * @param scoreDate day of the score
 * @param modifiedAt when the source last changed it, by the source's clock
 * @param comment the evaluator's comment, where one was sent
 * @param cleared whether the source takes it back (status {@code tobedeleted})
 * @param objectives what it says of single CASE items, each at most once
 * @param content what was sent, all of it
 */
public record SentResult(
    String source,
    String sourcedId,
    String student,
    String lineItem,
    String scoreStatus,
    Optional<BigDecimal> score,
    Optional<String> textScore,
    LocalDate scoreDate,
    Instant modifiedAt,
    Optional<String> comment,
    boolean cleared,
    List<ObjectiveScore> objectives,
    Content content) {

  public SentResult {
    objectives = List.copyOf(objectives);
  }
}
