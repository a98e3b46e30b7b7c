package org.vellum.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The completion of a course no longer stands, because the result on which it rested was corrected,
 * or one of an earlier day came late. If the course is completed all the same, a completion with
 * its new grounds follows. This one stays in history; only its effect ends.
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
