package org.vellum.finaid.export;

/** How a run came out. */
public enum RunState {
  COMPLETED,
  /** Some records were rejected, each with its error. */
  COMPLETED_WITH_ERRORS,
  /** More than one in a hundred were: a person must look before it is given away. */
  HELD
}
