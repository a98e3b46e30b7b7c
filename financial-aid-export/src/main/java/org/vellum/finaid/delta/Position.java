package org.vellum.finaid.delta;

/**
 * A place in the event log, in its commit-safe order.
 *
 * @param horizon of transactions, below which none still ran
 * @param position of the event
 */
public record Position(long horizon, long position) implements Comparable<Position> {
  public static final Position START = new Position(0, 0);

  @Override
  public int compareTo(Position other) {
    int byHorizon = Long.compare(horizon, other.horizon);
    return byHorizon == 0 ? Long.compare(position, other.position) : byHorizon;
  }
}
