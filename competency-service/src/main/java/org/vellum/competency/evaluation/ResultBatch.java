package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.competency.evaluation.BatchTurns.BatchTurn;
import org.vellum.competency.evaluation.BatchTurns.Newest;
import org.vellum.competency.mastery.DecideMastery;
import org.vellum.competency.mastery.NewFact;
import org.vellum.competency.mastery.model.Scale;
import org.vellum.competency.roster.LineItem;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/**
 * Stores results of one source, one or many, with few ways to the database for all of them: judges
 * each by itself and by what is known of it, and has decided what learners have achieved by those
 * that are new.
 */
@Component
public class ResultBatch {
  /** Clocks differ, and somewhere it is already tomorrow. */
  private static final Duration AHEAD = Duration.ofDays(1);

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
    return judge(batch.stream().map(sent -> new Arrived(sent, false)).toList(), turns.take(batch));
  }

  private Judged judge(List<Arrived> arrived, List<BatchTurn> taken) {
    Instant now = clock.instant();
    List<AddedResult> added = new ArrayList<>();
    List<Recorded> outcomes = new ArrayList<>();
    for (int i = 0; i < arrived.size(); i++) {
      SentResult sent = arrived.get(i).sent();
      BatchTurn turn = taken.get(i);
      Optional<Recorded> older =
          arrived.get(i).onlyIfNewer() ? knownAsNew(sent, turn) : Optional.empty();
      outcomes.add(
          older.or(() -> obstacle(sent, turn, now)).orElseGet(() -> add(sent, turn, now, added)));
    }
    return new Judged(arrived.stream().map(Arrived::sent).toList(), taken, outcomes, added, now);
  }

  /** What becomes of a result as new as which, or newer, one is known. */
  private static Optional<Recorded> knownAsNew(SentResult sent, BatchTurn turn) {
    return turn.newest()
        .filter(newest -> !newest.modifiedAt().isBefore(sent.modifiedAt()))
        .map(newest ->
            turn.isNewest() && newest.modifiedAt().equals(sent.modifiedAt())
                ? new Recorded.AlreadyKnown(newest.id())
                : new Recorded.Stale(newest.modifiedAt()));
  }

  /** Stores one by itself, or keeps it among the rejected if something speaks against it. */
  Recorded recordOne(SentResult sent) {
    return record(List.of(new Arrived(sent, false))).getFirst();
  }

  /**
   * Stores what arrived one by one, and keeps among the rejected those against which something
   * speaks.
   *
   * @param arrived results of one source, at least one, each {@code sourcedId} once
   */
  List<Recorded> record(List<Arrived> arrived) {
    List<BatchTurn> taken =
        arrived.size() == 1
            ? List.of(turns.take(arrived.getFirst().sent()))
            : turns.takeFew(arrived.stream().map(Arrived::sent).toList());
    Judged judged = judge(arrived, taken);
    keepRefused(judged);
    store(judged);
    return judged.outcomes();
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
    if (added.isEmpty()) {
      return;
    }
    Together together = results.addAll(added);
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
            .toList(),
        together);
  }

  /** Keeps those that are refused for the registrar. */
  void keepRefused(Judged judged) {
    for (int i = 0; i < judged.sent().size(); i++) {
      if (judged.outcomes().get(i) instanceof Recorded.Refused refused) {
        rejected.keep(judged.sent().get(i), refused, judged.now());
      }
    }
  }

  /** What speaks against a result; empty if it may be stored. */
  private static Optional<Recorded> obstacle(SentResult sent, BatchTurn turn, Instant now) {
    if (turn.turn().learner().isEmpty()) {
      return Optional.of(new Recorded.UnknownLearner(sent.student()));
    }
    if (turn.turn().lineItem().isEmpty()) {
      return Optional.of(new Recorded.UnknownLineItem(sent.lineItem()));
    }
    return fault(sent, scale(turn.turn().lineItem().get()), now)
        .or(() -> turn.newest().flatMap(newest -> obstacle(sent, newest, turn)));
  }

  /**
   * What speaks against a result after the newest state of it. What was taken back comes again only
   * with a newer date, even if it was sent before; and so does what was corrected since.
   */
  private static Optional<Recorded> obstacle(SentResult sent, Newest newest, BatchTurn turn) {
    boolean older = sent.modifiedAt().isBefore(newest.modifiedAt());
    if (turn.isNewest() || (turn.known() && older && !newest.cleared())) {
      return Optional.of(new Recorded.AlreadyKnown(newest.id()));
    }
    if (turn.known() && !older) {
      return Optional.of(new Recorded.Overtaken(newest.modifiedAt()));
    }
    if (older) {
      return Optional.of(new Recorded.Stale(newest.modifiedAt()));
    }
    return turn.same() ? Optional.empty() : Optional.of(new Recorded.Reassigned());
  }

  /** What speaks against a result by itself; empty if nothing does. */
  private static Optional<Recorded> fault(SentResult sent, Scale scale, Instant now) {
    Stream<BigDecimal> scores =
        Stream.concat(
            sent.score().stream(),
            sent.objectives().stream().flatMap(objective -> objective.score().stream()));
    if (!scores.allMatch(scale::holds)) {
      return Optional.of(new Recorded.OutOfScale(scale));
    }
    if (sent.scoreDate().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
      return Optional.of(new Recorded.ScoredInFuture(sent.scoreDate()));
    }
    return sent.modifiedAt().isAfter(now.plus(AHEAD))
        ? Optional.of(new Recorded.ModifiedInFuture(sent.modifiedAt()))
        : Optional.empty();
  }

  private static Scale scale(LineItem lineItem) {
    return new Scale(lineItem.resultValueMin(), lineItem.resultValueMax());
  }

  private Recorded add(SentResult sent, BatchTurn turn, Instant now, List<AddedResult> added) {
    UUID id = ids.next();
    added.add(
        new AddedResult(
            id,
            turn.turn().learner().orElseThrow(),
            turn.turn().lineItem().orElseThrow(),
            turn.newest().map(Newest::id),
            turn.newest().map(Newest::state).orElse(0) + 1,
            now,
            sent));
    return new Recorded.Stored(id);
  }
}
