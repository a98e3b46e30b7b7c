package org.vellum.transcript.sharing;

/** What a share does at some instant. */
public enum ShareState {
  /** Shows the record. */
  OPEN,
  /** Shows nothing for a quarter of an hour, after five wrong access codes. */
  LOCKED,
  /** Shows nothing since its day of expiry is over. */
  EXPIRED,
  /** Shows nothing since the learner withdrew it. */
  WITHDRAWN;

  /** Whether the share shows something, or will when its lock ends. */
  public boolean isLive() {
    return this == OPEN || this == LOCKED;
  }
}
