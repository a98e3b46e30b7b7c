package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one result says of one competency or course: all that a decision, and whoever explains it,
 * looks at.
 *
 * @param scale the scale of the score
 * @param score on the scale
 * @param scoreDate day of the score, by the source
 * @param comment the evaluator's comment, where one was sent
 */
public record Evidence(
    Scale scale, BigDecimal score, LocalDate scoreDate, Optional<String> comment) {

  /** Whether a reader would see no difference. Two scores are the same however they are written. */
  boolean saysTheSameAs(Evidence other) {
    return score.compareTo(other.score) == 0
        && scale.minimum().compareTo(other.scale.minimum()) == 0
        && scale.maximum().compareTo(other.scale.maximum()) == 0
        && scoreDate.equals(other.scoreDate)
        && comment.equals(other.comment);
  }
}
