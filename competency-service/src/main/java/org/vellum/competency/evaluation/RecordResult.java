package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.vellum.competency.mastery.DecideMastery;
import org.vellum.competency.mastery.NewFact;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Scale;
import org.vellum.competency.roster.LineItem;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores a result that a source sent as a fact, and decides in the same transaction what the
 * learner has achieved by it.
 */
@UseCase
public class RecordResult {
  /** Clocks differ, and somewhere it is already tomorrow. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final EvaluationResults results;
  private final RejectedResults rejected;
  private final DecideMastery mastery;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public RecordResult(
      EvaluationResults results,
      RejectedResults rejected,
      DecideMastery mastery,
      Clock clock,
      Ids ids) {
    this.results = results;
    this.rejected = rejected;
    this.mastery = mastery;
    this.clock = clock;
    this.ids = ids;
  }

  /** Stores it, or keeps it among the rejected if something speaks against it. */
  public Recorded record(SentResult sent) {
    Instant now = clock.instant();
    Turn turn = results.takeTurn(sent);
    Recorded recorded = record(sent, turn, now);
    if (recorded instanceof Recorded.Refused refused) {
      rejected.keep(sent, refused, now);
    } else if (turn.wasRejected()) {
      rejected.settle(sent.source(), sent.sourcedId());
    }
    return recorded;
  }

  private Recorded record(SentResult sent, Turn turn, Instant now) {
    if (turn.learner().isEmpty()) {
      return new Recorded.UnknownLearner(sent.student());
    }
    if (turn.lineItem().isEmpty()) {
      return new Recorded.UnknownLineItem(sent.lineItem());
    }
    UUID learner = turn.learner().get();
    LineItem lineItem = turn.lineItem().get();
    return fault(sent, scale(lineItem), now)
        .orElseGet(() -> recordInTurn(sent, learner, lineItem, now));
  }

  /** What speaks against a result by itself; empty if nothing does. */
  static Optional<Recorded> fault(SentResult sent, Scale scale, Instant now) {
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

  private Recorded recordInTurn(SentResult sent, UUID learner, LineItem lineItem, Instant now) {
    Optional<StoredResult> newest = results.find(sent.source(), sent.sourcedId());
    Optional<Recorded> refusal = newest.flatMap(stored -> compare(sent, stored, learner, lineItem));
    return refusal.orElseGet(() -> store(sent, learner, lineItem, newest, now));
  }

  private Optional<Recorded> compare(
      SentResult sent, StoredResult newest, UUID learner, LineItem lineItem) {
    Fact fact = newest.fact();
    boolean same =
        newest.learner().equals(learner)
            && fact.lineItem().sourcedId().equals(lineItem.sourcedId());
    return compare(sent, Newest.of(fact), same, () -> results.knows(sent));
  }

  /**
   * What the newest state known is.
   *
   * @param id the fact
   * @param modifiedAt when its source last changed it
   * @param cleared whether it takes the result back
   */
  record Newest(UUID id, Instant modifiedAt, boolean cleared) {
    static Newest of(Fact fact) {
      return new Newest(fact.id(), fact.modifiedAt(), fact.cleared());
    }
  }

  /**
   * What speaks against a result after the newest state of it; empty if nothing does. What was
   * taken back comes again only with a newer date, even if it was sent before.
   *
   * @param same whether it is of the same learner and line item
   * @param knows whether the very same was sent before
   */
  static Optional<Recorded> compare(
      SentResult sent, Newest newest, boolean same, BooleanSupplier knows) {
    boolean older = sent.modifiedAt().isBefore(newest.modifiedAt());
    if (!(newest.cleared() && older) && knows.getAsBoolean()) {
      return Optional.of(new Recorded.AlreadyKnown(newest.id()));
    }
    if (older) {
      return Optional.of(new Recorded.Stale(newest.modifiedAt()));
    }
    return same ? Optional.empty() : Optional.of(new Recorded.Reassigned());
  }

  private Recorded store(
      SentResult sent,
      UUID learner,
      LineItem lineItem,
      Optional<StoredResult> newest,
      Instant now) {
    Fact fact =
        results.add(
            new AddedResult(
                ids.next(),
                learner,
                lineItem,
                newest.map(stored -> stored.fact().id()),
                now,
                sent));
    mastery.decide(
        List.of(
            new NewFact(
                learner, fact, newest.isPresent(), rules -> results.inForce(learner, rules))));
    return new Recorded.Stored(fact.id());
  }

  static Scale scale(LineItem lineItem) {
    return new Scale(lineItem.resultValueMin(), lineItem.resultValueMax());
  }
}
