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
import org.vellum.competency.roster.LineItem;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores many results of one source, each exactly as {@link RecordResult} stores one, with few ways
 * to the database for all of them.
 */
@UseCase
public class RecordResults {
  private final BatchTurns turns;
  private final EvaluationResults results;
  private final RejectedResults rejected;
  private final DecideMastery mastery;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public RecordResults(
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
   * Stores them, or keeps among the rejected those against which something speaks.
   *
   * @param batch results of one source, each {@code sourcedId} once
   * @param keeping whether those that are refused are kept
   * @return what became of each, in their order
   */
  public List<Recorded> record(List<SentResult> batch, boolean keeping) {
    if (batch.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<BatchTurn> taken = turns.take(batch);
    List<AddedResult> added = new ArrayList<>();
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      SentResult sent = batch.get(i);
      BatchTurn turn = taken.get(i);
      Recorded outcome = judge(sent, turn, now).orElseGet(() -> add(sent, turn, now, added));
      note(sent, turn, outcome, keeping, now);
      recorded.add(outcome);
    }
    results.addAll(added);
    for (AddedResult each : added) {
      mastery.decide(
          new NewFact(
              each.learner(), each.fact(), rules -> results.inForce(each.learner(), rules)));
    }
    return recorded;
  }

  private static Optional<Recorded> judge(SentResult sent, BatchTurn turn, Instant now) {
    if (turn.turn().learner().isEmpty()) {
      return Optional.of(new Recorded.UnknownLearner(sent.student()));
    }
    if (turn.turn().lineItem().isEmpty()) {
      return Optional.of(new Recorded.UnknownLineItem(sent.lineItem()));
    }
    LineItem lineItem = turn.turn().lineItem().get();
    return RecordResult.fault(sent, RecordResult.scale(lineItem), now)
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

  private void note(
      SentResult sent, BatchTurn turn, Recorded outcome, boolean keeping, Instant now) {
    if (outcome instanceof Recorded.Refused refused) {
      if (keeping) {
        rejected.keep(sent, refused, now);
      }
    } else if (turn.turn().wasRejected()) {
      rejected.settle(sent.source(), sent.sourcedId());
    }
  }
}
