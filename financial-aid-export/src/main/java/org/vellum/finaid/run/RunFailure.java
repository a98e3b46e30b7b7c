package org.vellum.finaid.run;

/** Ends a run: nothing is published, by a condition that has a name. */
public final class RunFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Condition condition;

  /** Why a run publishes nothing. */
  public enum Condition {
    /** The configuration does not allow a run. */
    CONFIG_INVALID,
    /** There is no key that signs, or its secret does not open it. */
    KEY_MISSING,
    /** The snapshot is not there any more as it was taken. */
    SNAPSHOT_LOST,
    /** A file does not fit its schema. */
    SCHEMA_INVALID,
    /** The totals do not balance. */
    TOTALS_UNBALANCED,
    /** There is no room for the files. */
    DISK_FULL,
    /**
     * The facts of a learner or a program contradict each other so that nothing may be published.
     */
    FACTS_INVALID,
    /** What nobody thought of; the log tells it. */
    UNEXPECTED
  }

  public RunFailure(Condition condition, String why) {
    super(condition + ": " + why);
    this.condition = condition;
  }

  /** Why. */
  public Condition condition() {
    return condition;
  }
}
