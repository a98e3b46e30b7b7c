package org.vellum.competency.mastery.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.mastery.model.Policy;

/**
 * A version of a policy: proposed, then adopted or set aside, never changed.
 *
 * @param id our identifier of it
 * @param framework identifier of the CFDocument
 * @param competency identifier of the CFItem whose policy it is; empty for the whole framework's
 * @param version 1 for the first of the framework or the competency, and so on
 * @param policy what it says
 * @param from first day, by the source's time, that is judged by it
 * @param to first day that is not any more, if there is one
 * @param state what became of it
 * @param proposedAt when it was proposed
 * @param proposedBy by whom
 * @param decidedAt when it was adopted or set aside, if it was
 * @param decidedBy by whom
 */
public record PolicyVersion(
    UUID id,
    UUID framework,
    Optional<UUID> competency,
    int version,
    Policy policy,
    LocalDate from,
    Optional<LocalDate> to,
    State state,
    Instant proposedAt,
    String proposedBy,
    Optional<Instant> decidedAt,
    Optional<String> decidedBy) {

  /** What can become of it. */
  public enum State {
    PROPOSED("proposed"),
    ADOPTED("adopted"),
    SET_ASIDE("set aside");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word for people and the database. */
    public String word() {
      return word;
    }
  }
}
