package org.vellum.finaid.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;

/** Gives all facts of one moment, in the order of the learners' identifiers. */
@FunctionalInterface
public interface FactsReading {

  /**
   * Gives the programs, then the learners one after another, all from one snapshot of the database.
   *
   * @param changedSince only learners of whom something changed since that place; none: all
   */
  Taken read(Optional<Position> changedSince, ProgramTaker programs, LearnerTaker learners)
      throws IOException;

  /** Takes the programs; first, and once. */
  @FunctionalInterface
  interface ProgramTaker {
    /**
     * Takes them.
     *
     * @param shared learners who have an identifier of another system that is another's too
     */
    void take(ProgramCatalogue catalogue, Set<String> shared) throws IOException;
  }

  /** Takes a learner. */
  @FunctionalInterface
  interface LearnerTaker {
    void take(LearnerFacts learner) throws IOException;
  }

  /**
   * What was given.
   *
   * @param asOf the moment
   * @param watermark how far in the event log the facts reach
   */
  record Taken(Instant asOf, Position watermark) {}
}
