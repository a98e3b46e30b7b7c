package org.vellum.finaid.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;

/**
 * An attempt at a unit as it follows from what events told of it.
 *
 * @param number from 1
 * @param kind of the unit
 * @param title of the unit
 * @param begin the first day of which anything is known
 * @param firstEngagement the first day with evaluated work
 * @param lastEngagement the last day with evaluated work
 * @param end the last day: of the outcome, or of the roster where there is no outcome
 * @param outcome how it stands
 * @param outcomeDate since when
 * @param units credits that the catalogue states, where it does
 */
record Attempt(
    int number,
    Kind kind,
    String title,
    LocalDate begin,
    Optional<LocalDate> firstEngagement,
    Optional<LocalDate> lastEngagement,
    Optional<LocalDate> end,
    Outcome outcome,
    Optional<LocalDate> outcomeDate,
    Optional<BigDecimal> units) {

  private static final Comparator<UnitFact> IN_TIME =
      Comparator.comparing(UnitFact::day).thenComparing(UnitFact::what).thenComparing(UnitFact::id);

  /**
   * The attempts at one unit. Another begins when the learner is put on a roster again after an
   * outcome; work that is handed in again belongs to the attempt that it mends.
   *
   * @param facts of one learner and one unit, in any order
   */
  static List<Attempt> of(Collection<UnitFact> facts) {
    List<Open> attempts = new ArrayList<>();
    facts.stream()
        .filter(UnitFact::stands)
        .sorted(IN_TIME)
        .forEach(fact -> {
          if (attempts.isEmpty() || attempts.getLast().isOverBefore(fact)) {
            attempts.add(new Open(fact));
          }
          attempts.getLast().take(fact);
        });
    List<Attempt> closed = new ArrayList<>();
    attempts.forEach(open -> closed.add(open.close(closed.size() + 1)));
    return List.copyOf(closed);
  }

  /** An attempt to which facts are added in time. */
  private static final class Open {
    private final UnitFact first;
    private Outcome outcome = Outcome.IN_PROGRESS;
    private @Nullable LocalDate outcomeDate;
    private @Nullable LocalDate firstEngagement;
    private @Nullable LocalDate lastEngagement;
    private @Nullable LocalDate ended;
    private @Nullable BigDecimal units;

    Open(UnitFact first) {
      this.first = first;
    }

    boolean isOverBefore(UnitFact fact) {
      boolean left = ended != null && !ended.isAfter(fact.day());
      return fact.what() == UnitFact.What.BEGUN && (outcomeDate != null || left);
    }

    void take(UnitFact fact) {
      fact.units().ifPresent(stated -> units = stated);
      switch (fact.what()) {
        case BEGUN ->
            fact.ended()
                .ifPresent(day -> ended = ended == null || day.isAfter(ended) ? day : ended);
        case EVALUATED -> engaged(fact);
        case FAILED -> {
          engaged(fact);
          ends(Outcome.NOT_PASSED, fact);
        }
        case PASSED -> ends(Outcome.PASSED, fact);
      }
    }

    private void engaged(UnitFact fact) {
      if (firstEngagement == null) {
        firstEngagement = fact.day();
      }
      lastEngagement = fact.day();
    }

    /** What was passed stays passed. */
    private void ends(Outcome how, UnitFact fact) {
      if (outcome != Outcome.PASSED) {
        outcome = how;
        outcomeDate = fact.day();
      }
    }

    Attempt close(int number) {
      Optional<LocalDate> rosterEnd = Optional.ofNullable(ended).map(day -> day.minusDays(1));
      return new Attempt(
          number,
          first.unitKind(),
          first.title(),
          first.day(),
          Optional.ofNullable(firstEngagement),
          Optional.ofNullable(lastEngagement),
          Optional.ofNullable(outcomeDate).or(() -> rosterEnd),
          outcome,
          Optional.ofNullable(outcomeDate),
          Optional.ofNullable(units));
    }
  }
}
