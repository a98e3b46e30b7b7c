package org.vellum.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * An attainment no longer stands, because a result on which it rested was corrected, or one came
 * late that gives it another day or that its policy weighs. If a policy is met all the same, an
 * attainment with its new grounds follows. This one stays in history; only its effect ends.
 *
 * @param attainment identifier of the attainment that was recorded before
 * @param learner whose attainment it was
 * @param withdrawnAt when it was withdrawn
 * @param reason the reason in one sentence for the learner
 */
public record AttainmentWithdrawn(UUID attainment, UUID learner, Instant withdrawnAt, String reason)
    implements Event {

  @Override
  public String subject() {
    return learner.toString();
  }
}
