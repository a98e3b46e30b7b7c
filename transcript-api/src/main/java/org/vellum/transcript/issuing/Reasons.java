package org.vellum.transcript.issuing;

/**
 * The reasons of revocations that follow from what happened to the facts. They are the same for
 * everybody: what became of a learner's result is told to the learner and not to the world.
 */
final class Reasons {
  /** Of an achievement whose attainment or completion was withdrawn. */
  static final String WITHDRAWN =
      "Withdrawn by the institution: a result of it was corrected or came late.";

  /** Of a record. */
  static final String NOTHING_STANDS = "Nothing that this record says stands any more.";

  private Reasons() {}
}
