package org.vellum.platform.event;

/**
 * How long somebody who is woken again and again rests in between: hardly at all as long as there
 * is little to do, and the longer the less they are let rest.
 */
final class Rest {
  static final int SHORTEST_MILLIS = 25;
  static final int LONGEST_MILLIS = 400;

  private int millis = SHORTEST_MILLIS;

  /**
   * The rest that comes now.
   *
   * @param waitedMillis how long they waited for something to do since they last rested
   */
  int next(long waitedMillis) {
    millis = waitedMillis < millis ? Math.min(LONGEST_MILLIS, 2 * millis) : SHORTEST_MILLIS;
    return millis;
  }
}
