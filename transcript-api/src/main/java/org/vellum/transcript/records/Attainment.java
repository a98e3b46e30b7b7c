package org.vellum.transcript.records;

import java.util.Optional;
import org.vellum.contracts.AttainmentRecorded;

/**
 * A competency that a learner attained; it stands unless it was withdrawn.
 *
 * @param fact the attainment as it was announced
 * @param withdrawal why it no longer stands; empty if it stands
 */
public record Attainment(AttainmentRecorded fact, Optional<Withdrawal> withdrawal) {

  /** Whether it was not withdrawn. */
  public boolean stands() {
    return withdrawal.isEmpty();
  }
}
