package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.evaluation.BatchTurns.BatchTurn;
import org.vellum.competency.mastery.DecideMastery;
import org.vellum.competency.mastery.NewFact;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/**
 * What {@link RecordResult} does with one result, done with many of one source: with few ways to
 * the database for all of them.
 */
@Component
public class ResultBatch {
  private final BatchTurns turns;
  private final EvaluationResults results;
  private final RejectedResults rejected;
  private final DecideMastery mastery;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public ResultBatch(
      BatchTurns turns,
      EvaluationResults results,
      RejectedResults rejected,
      DecideMastery mastery,
      Clock clock,
      Ids ids) {
    this.turns = turns;
    this.results = results;
    this.rejected = rejected;
    this.mastery = mastery;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Results that have been judged, and may be stored.
   *
   * @param sent what was sent
   * @param turns the turn of each
   * @param outcomes what becomes of each, should they be stored
   * @param added those of them that are new
   * @param now when they came
   */
  record Judged(
      List<SentResult> sent,
      List<BatchTurn> turns,
      List<Recorded> outcomes,
      List<AddedResult> added,
      Instant now) {}

  /**
   * Takes the turns of results and says what becomes of each.
   *
   * @param batch results of one source, at least one, each {@code sourcedId} once
   */
  Judged judge(List<SentResult> batch) {
    Instant now = clock.instant();
    List<BatchTurn> taken = turns.take(batch);
    List<AddedResult> added = new ArrayList<>();
    List<Recorded> outcomes = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      SentResult sent = batch.get(i);
      BatchTurn turn = taken.get(i);
      outcomes.add(judge(sent, turn, now).orElseGet(() -> add(sent, turn, now, added)));
    }
    return new Judged(batch, taken, outcomes, added, now);
  }

  /** Stores those that are new, and decides what their learners have achieved by them. */
  void store(Judged judged) {
    for (int i = 0; i < judged.sent().size(); i++) {
      boolean refused = judged.outcomes().get(i) instanceof Recorded.Refused;
      if (!refused && judged.turns().get(i).turn().wasRejected()) {
        rejected.settle(judged.sent().get(i).source(), judged.sent().get(i).sourcedId());
      }
    }
    List<AddedResult> added = judged.added();
    results.addAll(added);
    FactsOfBatch inForce =
        new FactsOfBatch(results, added.stream().map(AddedResult::learner).distinct().toList());
    mastery.decide(
        added.stream()
            .map(each ->
                new NewFact(
                    each.learner(),
                    each.fact(),
                    each.supersedes().isPresent(),
                    rules -> inForce.under(each.learner(), rules)))
            .toList());
  }

  /** Keeps those that are refused for the registrar. */
  void keepRefused(Judged judged) {
    for (int i = 0; i < judged.sent().size(); i++) {
      if (judged.outcomes().get(i) instanceof Recorded.Refused refused) {
        rejected.keep(judged.sent().get(i), refused, judged.now());
      }
    }
  }

  private static Optional<Recorded> judge(SentResult sent, BatchTurn turn, Instant now) {
    if (turn.turn().learner().isEmpty()) {
      return Optional.of(new Recorded.UnknownLearner(sent.student()));
    }
    if (turn.turn().lineItem().isEmpty()) {
      return Optional.of(new Recorded.UnknownLineItem(sent.lineItem()));
    }
    return RecordResult.fault(sent, RecordResult.scale(turn.turn().lineItem().get()), now)
        .or(() ->
            turn.newest()
                .flatMap(newest -> RecordResult.compare(sent, newest, turn.same(), turn::known)));
  }

  private Recorded add(SentResult sent, BatchTurn turn, Instant now, List<AddedResult> added) {
    UUID id = ids.next();
    added.add(
        new AddedResult(
            id,
            turn.turn().learner().orElseThrow(),
            turn.turn().lineItem().orElseThrow(),
            turn.newest().map(RecordResult.Newest::id),
            now,
            sent));
    return new Recorded.Stored(id);
  }
}
