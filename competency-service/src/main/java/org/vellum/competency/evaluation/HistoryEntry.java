package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param scoreGiven the score on the source's own scale, where that was sent (AGS 2.0, scoreGiven)
 * @param scoreMaximum the greatest value of that scale
 * @param judgedBy user name of the person who judged, where a person did so here
 * @param evidence addresses of what that person saw, each beginning with {@code https://}
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
    Optional<BigDecimal> scoreGiven,
    Optional<BigDecimal> scoreMaximum,
    Optional<String> judgedBy,
    List<String> evidence,
    Instant modifiedAt,
    Instant receivedAt,
    String state) {

  public HistoryEntry {
    // They become links, and nothing that is stored may make one of another kind.
    evidence = evidence.stream().filter(address -> address.startsWith("https://")).toList();
  }

  /** The score as its source gave it, such as “9 of 10”, where the one that counts is another. */
  public Optional<String> asGiven() {
    if (scoreGiven.isEmpty() || scoreMaximum.isEmpty()) {
      return Optional.empty();
    }
    boolean counts =
        score.filter(counted -> counted.compareTo(scoreGiven.get()) == 0).isPresent()
            && scaleMaximum.compareTo(scoreMaximum.get()) == 0;
    return counts
        ? Optional.empty()
        : Optional.of(plain(scoreGiven) + " of " + plain(scoreMaximum));
  }

  private static String plain(Optional<BigDecimal> number) {
    return number.orElseThrow().stripTrailingZeros().toPlainString();
  }
}
