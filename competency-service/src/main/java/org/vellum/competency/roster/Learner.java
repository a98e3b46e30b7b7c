package org.vellum.competency.roster;

import java.util.Optional;
import java.util.UUID;

/**
 * A person on the roster (OneRoster 1.2, users), seen as a learner.
 *
 * @param id our own identifier of the person, stable for life
 * @param sourcedId the person's {@code sourcedId}
 * @param username the name under which the person signs in
 * @param givenName the person's given name
 * @param familyName the person's family name
 * @param email the person's e-mail address, where the roster has one
 */
public record Learner(
    UUID id,
    String sourcedId,
    String username,
    String givenName,
    String familyName,
    Optional<String> email) {}
