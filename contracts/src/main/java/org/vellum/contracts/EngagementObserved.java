package org.vellum.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How a learner was academically engaged in seven days (34 CFR 600.2), as counts. The newest fact
 * of a source and week replaces the earlier ones.
 *
 * @param learner our own identifier of the learner
 * @param source the system that observed it
 * @param weekStart the first of the seven days
 * @param count how many times the learner was engaged, 0 or more
 * @param ways in which ways
 * @param substantiveCount how many of them were substantive interaction with an instructor
 * @param instructorInitiated whether an instructor made contact
 * @param last the moment of the last
 */
public record EngagementObserved(
    UUID learner,
    String source,
    LocalDate weekStart,
    int count,
    Set<Way> ways,
    int substantiveCount,
    boolean instructorInitiated,
    Optional<Instant> last)
    implements Event {

  public EngagementObserved {
    ways = Set.copyOf(ways);
  }

  /** The ways of academic engagement; logging in and being advised are none. */
  public enum Way {
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

  @Override
  public String subject() {
    return learner.toString();
  }
}
