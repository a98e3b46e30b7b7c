package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.competency.mastery.model.EvaluatedLineItem;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Scale;
import org.vellum.competency.roster.LineItem;

/**
 * A result about to be stored, with what is known here when it comes.
 *
 * @param id our identifier of the new fact
 * @param learner whose result it is
 * @param lineItem what was evaluated, as the roster has it now
 * @param supersedes the fact that was the newest state until now, if there is one
 * @param state the how manieth state it is, from 1
 * @param receivedAt when it came, by our clock
 * @param sent what was sent
 */
record AddedResult(
    UUID id,
    UUID learner,
    LineItem lineItem,
    Optional<UUID> supersedes,
    int state,
    Instant receivedAt,
    SentResult sent) {

  /** What was evaluated, as it was then. */
  EvaluatedLineItem evaluated() {
    return new EvaluatedLineItem(
        lineItem.sourcedId(),
        lineItem.title(),
        lineItem.courseSourcedId(),
        lineItem.courseTitle(),
        lineItem.categorySourcedId(),
        new Scale(lineItem.resultValueMin(), lineItem.resultValueMax()));
  }

  /** The score's share of the scale. */
  Optional<BigDecimal> rescaled() {
    return sent.score().map(evaluated().scale()::rescaled);
  }

  /** The fact that it becomes. */
  Fact fact() {
    return new Fact(
        id,
        sent.source(),
        sent.sourcedId(),
        evaluated(),
        sent.scoreStatus(),
        sent.score(),
        sent.scoreDate(),
        sent.modifiedAt(),
        sent.comment(),
        sent.cleared(),
        objectives());
  }

  private Map<UUID, BigDecimal> objectives() {
    return sent.objectives().stream()
        .filter(objective -> objective.score().isPresent())
        .collect(
            Collectors.toMap(
                ObjectiveScore::competency, objective -> objective.score().orElseThrow()));
  }

  /** Gives a statement all that is stored of the result as a whole. */
  <T extends SqlStatement<T>> T bindTo(T statement) {
    EvaluatedLineItem item = evaluated();
    return statement
        .bind("id", id)
        .bind("source", sent.source())
        .bind("sourcedId", sent.sourcedId())
        .bind("digest", sent.content().digestBytes())
        .bind("supersedes", supersedes)
        .bind("state", state)
        .bind("cleared", sent.cleared())
        .bind("learner", learner)
        .bind("lineItem", item.sourcedId())
        .bind("lineItemTitle", item.title())
        .bind("course", item.course())
        .bind("courseTitle", item.courseTitle())
        .bind("category", item.category())
        .bind("minimum", item.scale().minimum())
        .bind("maximum", item.scale().maximum())
        .bind("scoreStatus", sent.scoreStatus())
        .bind("score", sent.score())
        .bind("textScore", sent.textScore())
        .bind("rescaled", rescaled())
        .bind("scoreDate", sent.scoreDate())
        .bind("comment", sent.comment())
        .bind("modifiedAt", sent.modifiedAt())
        .bind("receivedAt", receivedAt)
        .bind("payload", sent.content().json());
  }

  /** Gives another all that it says of single competencies. */
  <T extends SqlStatement<T>> T bindObjectivesTo(T statement) {
    List<ObjectiveScore> objectives = sent.objectives();
    return statement
        .bind(
            "competencies",
            objectives.stream().map(ObjectiveScore::competency).toArray(UUID[]::new))
        .bind(
            "scores",
            objectives.stream()
                .map(o -> o.score().map(BigDecimal::toPlainString).orElse(null))
                .toArray(String[]::new))
        .bind(
            "textScores",
            objectives.stream().map(o -> o.textScore().orElse(null)).toArray(String[]::new));
  }
}
