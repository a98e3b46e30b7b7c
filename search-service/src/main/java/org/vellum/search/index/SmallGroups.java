package org.vellum.search.index;

/**
 * Keeps counts from telling of somebody. A count is told in steps of five, rounded down: nobody can
 * learn by the difference of two counts that one person is the difference, and none is told of
 * fewer than five.
 */
public final class SmallGroups {
  /** The smallest group of which anything is told. */
  public static final int SMALLEST = 5;

  private SmallGroups() {}

  /** A count as it may be told: 0 for fewer than five, else the multiple of five below it. */
  public static int told(int count) {
    return count - count % SMALLEST;
  }
}
