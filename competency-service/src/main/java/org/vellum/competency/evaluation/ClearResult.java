package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.mastery.DecideMastery;
import org.vellum.competency.mastery.NewFact;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/**
 * Takes back a result at its source's wish: a new fact, after which the result is as if it had
 * never been sent, though its history is kept.
 */
@UseCase
public class ClearResult {
  private final EvaluationResults results;
  private final DecideMastery mastery;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public ClearResult(EvaluationResults results, DecideMastery mastery, Clock clock, Ids ids) {
    this.results = results;
    this.mastery = mastery;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Takes back a result that this source sent.
   *
   * @return whether there was one to take back
   */
  public boolean clear(String source, String sourcedId) {
    return results
        .find(source, sourcedId)
        .map(seen -> {
          results.takeTurn(seen.learner(), source, sourcedId);
          return clearInTurn(source, sourcedId);
        })
        .orElse(false);
  }

  private boolean clearInTurn(String source, String sourcedId) {
    Optional<StoredResult> newest =
        results.find(source, sourcedId).filter(stored -> !stored.fact().cleared());
    newest.ifPresent(this::clear);
    return newest.isPresent();
  }

  private void clear(StoredResult stored) {
    Instant now = clock.instant();
    Instant known = stored.fact().modifiedAt();
    // The request carries no time of the source: it is newer than whatever came before it.
    Instant at = now.isAfter(known) ? now : known;
    Fact clearing = results.clear(ids.next(), stored, at, now);
    mastery.decide(
        List.of(
            new NewFact(
                stored.learner(),
                clearing,
                true,
                rules -> results.inForce(stored.learner(), rules))),
        results.together());
  }
}
