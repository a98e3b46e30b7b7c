package org.vellum.finaid.delta;

import java.util.Comparator;

/**
 * A place in the event log, in its commit-safe order.
 *
 * @param horizon of transactions, below which none still ran
 * @param position of the event
 */
public record Position(long horizon, long position) implements Comparable<Position> {
  public static final Position START = new Position(0, 0);

  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::horizon).thenComparingLong(Position::position);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
