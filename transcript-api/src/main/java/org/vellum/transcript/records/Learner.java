package org.vellum.transcript.records;

import java.util.Optional;
import java.util.UUID;

/**
 * A learner as the roster last told.
 *
 * @param id our own identifier of the learner, stable for life
 * @param sourcedId the learner's {@code sourcedId} in the roster (OneRoster 1.2, users)
 * @param username the name under which the learner signs in
 * @param givenName the learner's given name
 * @param familyName the learner's family name
 * @param email the learner's e-mail address, where the roster has one
 */
public record Learner(
    UUID id,
    String sourcedId,
    String username,
    String givenName,
    String familyName,
    Optional<String> email) {

  /** Given name and family name. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
