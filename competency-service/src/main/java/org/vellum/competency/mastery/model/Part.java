package org.vellum.competency.mastery.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Another competency by which one can be mastered.
 *
 * @param competency its identifier
 * @param kind what it is to the one
 * @param held how the learner masters it; empty if not
 */
public record Part(UUID competency, Kind kind, Optional<Held> held) {

  /** What a competency can be to another. */
  public enum Kind {
    /** Its child (CASE 1.1, isChildOf). */
    CHILD,
    /** An exact match of it (CASE 1.1, exactMatchOf). */
    MATCH
  }

  /**
   * An achievement that stands.
   *
   * @param achievement our identifier of it
   * @param day since when
   * @param basis results on which it rests
   */
  public record Held(UUID achievement, LocalDate day, List<Basis> basis) {
    public Held {
      basis = List.copyOf(basis);
    }
  }
}
