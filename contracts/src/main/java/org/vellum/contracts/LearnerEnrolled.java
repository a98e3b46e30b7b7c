package org.vellum.contracts;

import java.util.Optional;
import java.util.UUID;

/**
 * A learner arrived on the roster, or what the roster says of a known learner changed. The newest
 * fact replaces the earlier ones.
 *
 * @param learner our own identifier of the learner, stable for life
 * @param sourcedId the learner's {@code sourcedId} in the roster (OneRoster 1.2, users)
 * @param username the name under which the learner signs in (OneRoster 1.2, users.username)
 * @param givenName the learner's given name
 * @param familyName the learner's family name
 * @param email the learner's e-mail address, where the roster has one
 */
public record LearnerEnrolled(
    UUID learner,
    String sourcedId,
    String username,
    String givenName,
    String familyName,
    Optional<String> email)
    implements Event {

  @Override
  public String subject() {
    return learner.toString();
  }
}
