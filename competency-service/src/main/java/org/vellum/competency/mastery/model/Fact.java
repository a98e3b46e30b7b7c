package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An evaluation result as the decision sees it: an immutable fact with the line item as it was when
 * the result came.
 *
 * @param id our identifier of the result
 * @param source the system that sent it
 * @param sourcedId its {@code sourcedId} in that system
 * @param lineItem what was evaluated
 * @param scoreStatus how far the evaluation went (OneRoster 1.2, scoreStatus)
 * @param score the score as a whole, where there is one
 * @param scoreDate day of the score, by the source
 * @param modifiedAt when the source last changed it, by the source's clock
 * @param comment the evaluator's comment, where one was sent
 * @param cleared whether the source took it back
 * @param objectives the scores of single competencies, on the scale of the line item
 */
public record Fact(
    UUID id,
    String source,
    String sourcedId,
    EvaluatedLineItem lineItem,
    String scoreStatus,
    Optional<BigDecimal> score,
    LocalDate scoreDate,
    Instant modifiedAt,
    Optional<String> comment,
    boolean cleared,
    Map<UUID, BigDecimal> objectives) {

  /** The one status that counts: nothing is decided on what is still being judged. */
  public static final String FULLY_GRADED = "fully graded";

  private static final Set<String> HANDED_IN = Set.of("submitted", "partially graded");

  public Fact {
    objectives = Map.copyOf(objectives);
  }

  /** Whether anything may be decided on it. */
  public boolean counts() {
    return !cleared && scoreStatus.equals(FULLY_GRADED);
  }

  /** Whether the learner handed something in, though nothing may be decided on it yet. */
  public boolean isHandedIn() {
    return !cleared && HANDED_IN.contains(scoreStatus);
  }

  /** Whether both are the same result of the same system, one perhaps a correction of the other. */
  boolean isOf(String otherSource, String otherSourcedId) {
    return source.equals(otherSource) && sourcedId.equals(otherSourcedId);
  }

  /**
   * What it says under a rule. The score of the rule's competency decides where there is one, else
   * the score as a whole.
   */
  Optional<Evidence> evidenceUnder(Rule rule) {
    if (!counts() || !rule.covers(lineItem)) {
      return Optional.empty();
    }
    return scoreOf(rule.subject())
        .map(found -> new Evidence(lineItem.scale(), found, scoreDate, comment));
  }

  private Optional<BigDecimal> scoreOf(Subject subject) {
    // Most results say nothing of single competencies, and reading an identifier takes its time.
    if (objectives.isEmpty()) {
      return score;
    }
    return subject
        .asCompetency()
        .flatMap(competency -> Optional.ofNullable(objectives.get(competency)))
        .or(() -> score);
  }
}
