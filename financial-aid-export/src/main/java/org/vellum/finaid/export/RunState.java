package org.vellum.finaid.export;

/** How a run came out. */
public enum RunState {
  COMPLETED,
  /** Some records were rejected, each with its error. */
  COMPLETED_WITH_ERRORS,
  /** More than one in a hundred were: a person must look before it is given away. */
  HELD;

  private static final int HELD_ABOVE_ONE_IN = 100;

  static RunState of(long selected, long rejected) {
    if (rejected == 0) {
      return COMPLETED;
    }
    return rejected * HELD_ABOVE_ONE_IN > selected ? HELD : COMPLETED_WITH_ERRORS;
  }
}
