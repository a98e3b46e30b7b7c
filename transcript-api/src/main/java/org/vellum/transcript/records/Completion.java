package org.vellum.transcript.records;

import java.util.Optional;
import org.vellum.contracts.CourseCompleted;

/**
 * A course that a learner completed; it stands unless it was withdrawn.
 *
 * @param fact the completion as it was announced
 * @param withdrawal why it no longer stands; empty if it stands
 */
public record Completion(CourseCompleted fact, Optional<Withdrawal> withdrawal) {

  /** Whether it was not withdrawn. */
  public boolean stands() {
    return withdrawal.isEmpty();
  }
}
