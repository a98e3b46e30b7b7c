package org.vellum.finaid.run;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.facts.FactsSnapshot;
import org.vellum.finaid.facts.LearnerFactsSource;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.platform.usecase.Component;

/** Reads the facts that this service keeps. */
@Component
public class FactsReadings {
  private static final int PAGE = 1_000;

  @Produces
  @Singleton
  FactsReading reading(LearnerFactsSource source, Clock clock) {
    return of(source, clock);
  }

  /** The facts of a source, as they are when they are asked for. */
  public static FactsReading of(LearnerFactsSource source, Clock clock) {
    return (changedSince, programs, taker) -> {
      try (FactsSnapshot snapshot = source.open()) {
        // The position first: it is the statement at which the snapshot is taken. The time tells
        // two snapshots apart that an old transaction gives the same position.
        long horizon = snapshot.position();
        Instant asOf = clock.instant();
        Position watermark = new Position(horizon, ChronoUnit.MICROS.between(Instant.EPOCH, asOf));
        FactsReading.Taken taken = new FactsReading.Taken(asOf, watermark);
        programs.take(snapshot.catalogue(), snapshot.sharedIdentifiers());
        learners(snapshot, changedSince, taker);
        return taken;
      }
    };
  }

  private static void learners(
      FactsSnapshot snapshot, Optional<Position> changedSince, FactsReading.LearnerTaker taker)
      throws IOException {
    Optional<String> after = Optional.empty();
    while (true) {
      List<LearnerFacts> page =
          changedSince.isPresent()
              ? snapshot.changedSince(changedSince.get().horizon(), after, PAGE)
              : snapshot.page(after, PAGE);
      if (page.isEmpty()) {
        return;
      }
      for (LearnerFacts learner : page) {
        taker.take(learner);
      }
      after = Optional.of(LearnerPart.idOf(page.getLast()));
    }
  }
}
