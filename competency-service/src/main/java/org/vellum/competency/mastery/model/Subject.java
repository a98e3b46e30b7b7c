package org.vellum.competency.mastery.model;

import java.util.Optional;
import java.util.UUID;

/**
 * What can be mastered.
 *
 * @param kind of what kind it is
 * @param id identifier of the CFItem (CASE 1.1), or {@code sourcedId} of the course (OneRoster 1.2)
 */
public record Subject(Kind kind, String id) {
  /** The two kinds of what can be mastered. */
  public enum Kind {
    COMPETENCY,
    COURSE
  }

  public static Subject competency(UUID identifier) {
    return new Subject(Kind.COMPETENCY, identifier.toString());
  }

  public static Subject course(String sourcedId) {
    return new Subject(Kind.COURSE, sourcedId);
  }

  /** The identifier of the competency, if it is one. */
  public Optional<UUID> asCompetency() {
    return kind == Kind.COMPETENCY ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }
}
