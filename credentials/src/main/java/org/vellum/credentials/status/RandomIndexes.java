package org.vellum.credentials.status;

import java.security.SecureRandom;
import java.util.BitSet;

/**
 * Gives out the places of a status list at random, none twice, so that neighbours tell nothing of
 * each other (Bitstring Status List 1.0, section 5.2 Privacy). Not safe for use by many threads.
 */
public final class RandomIndexes {
  private final SecureRandom random;
  private final int length;
  private final BitSet taken;

  /**
   * Places of a list.
   *
   * @param length how many places there are
   * @param taken those given out before
   * @param random where chance comes from
   */
  public RandomIndexes(int length, BitSet taken, SecureRandom random) {
    if (length < 1 || taken.length() > length) {
      throw new IllegalArgumentException("no such places in a list of " + length);
    }
    this.length = length;
    this.taken = (BitSet) taken.clone();
    this.random = random;
  }

  /** How many places are left. */
  public int left() {
    return length - taken.cardinality();
  }

  /**
   * A free place, each as likely as any other.
   *
   * @throws IllegalStateException if none is left
   */
  public int next() {
    int left = left();
    if (left == 0) {
      throw new IllegalStateException("every place of the list is taken");
    }
    int free = taken.nextClearBit(0);
    for (int skip = random.nextInt(left); skip > 0; skip--) {
      free = taken.nextClearBit(free + 1);
    }
    taken.set(free);
    return free;
  }

  /** Those given out so far, to be kept. */
  public BitSet taken() {
    return (BitSet) taken.clone();
  }
}
