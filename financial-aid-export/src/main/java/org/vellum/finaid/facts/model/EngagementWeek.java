package org.vellum.finaid.facts.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A learner's academic engagement in seven days (34 CFR 600.2), as counts: what was done is not
 * kept.
 *
 * @param weekStart the first of the seven days
 * @param count how many times the learner was engaged
 * @param types in which ways
 * @param substantiveCount how many of them were substantive interaction with an instructor
 * @param instructorInitiated whether an instructor made contact
 * @param last the moment of the last
 */
public record EngagementWeek(
    LocalDate weekStart,
    int count,
    Set<Type> types,
    int substantiveCount,
    boolean instructorInitiated,
    Optional<Instant> last) {

  public EngagementWeek {
    types = Set.copyOf(types);
  }

  /** The ways of academic engagement; logging in and being advised are none. */
  public enum Type {
    /** Attending a synchronous class, laboratory or field activity with a chance to interact. */
    ATTENDANCE,
    /** Submitting an academic assignment. */
    ASSIGNMENT,
    /** Taking an assessment or an exam. */
    ASSESSMENT,
    /** An interactive tutorial, webinar or other interactive instruction by computer. */
    TUTORIAL,
    /** A study group, group project or online discussion that the school assigned. */
    GROUP,
    /** Interacting with an instructor about academic matters. */
    INSTRUCTOR
  }
}
