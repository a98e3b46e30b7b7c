package org.vellum.finaid.run;

/** How a run stands. */
public enum RunStatus {
  /** Asked for, and not begun. */
  REQUESTED,
  /** Under way. */
  RUNNING,
  /** More than one in a hundred records were rejected: a person must release or discard it. */
  HELD,
  /** Published, every record of it. */
  COMPLETED,
  /** Published without the records that were rejected, each with its error. */
  COMPLETED_WITH_ERRORS,
  /** Nothing was published. */
  FAILED,
  /** Stopped or discarded by a person; nothing was published. */
  CANCELLED;

  /** Whether its package is there to be fetched. */
  public boolean isPublished() {
    return this == COMPLETED || this == COMPLETED_WITH_ERRORS;
  }

  /** Whether nothing more will happen to it. */
  public boolean isOver() {
    return this != REQUESTED && this != RUNNING && this != HELD;
  }
}
