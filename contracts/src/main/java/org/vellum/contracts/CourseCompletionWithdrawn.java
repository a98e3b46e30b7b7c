package org.vellum.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The completion of a course no longer stands, because the result on which it rested was corrected.
 * The completion stays in history; only its effect ends.
 *
 * @param completion identifier of the completion that was recorded before
 * @param learner whose completion it was
 * @param withdrawnAt when it was withdrawn
 * @param reason the reason in one sentence for the learner
 */
public record CourseCompletionWithdrawn(
    UUID completion, UUID learner, Instant withdrawnAt, String reason) implements Event {

  @Override
  public String subject() {
    return learner.toString();
  }
}
