package org.vellum.credentials.rdfc;

import java.util.Arrays;

/** Names for blank nodes, given one after the other (RDFC-1.0, sections 4.3 and 4.5). */
final class Issuer {
  /** Up to so many are looked through one by one. */
  private static final int FEW = 12;

  private int[] nodes;
  private int count;

  /** Where the name of a node is, by hash; only if there are many. */
  private int[] table = {};

  Issuer() {
    this.nodes = new int[4];
  }

  private Issuer(Issuer other) {
    this.nodes = Arrays.copyOf(other.nodes, other.count + 4);
    this.count = other.count;
    this.table = other.table.clone();
  }

  Issuer copy() {
    return new Issuer(this);
  }

  /** How many names were given. */
  int count() {
    return count;
  }

  /** The node that got the name with this number. */
  int node(int number) {
    return nodes[number];
  }

  /** The number in the node's name, -1 if it has none. */
  int find(int node) {
    if (table.length == 0) {
      for (int i = 0; i < count; i++) {
        if (nodes[i] == node) {
          return i;
        }
      }
      return -1;
    }
    int slot = slot(node);
    while (table[slot] != 0 && nodes[table[slot] - 1] != node) {
      slot = (slot + 1) & (table.length - 1);
    }
    return table[slot] - 1;
  }

  /** The number in the node's name, which it gets if it has none. */
  int issue(int node) {
    int found = find(node);
    if (found >= 0) {
      return found;
    }
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
    }
    nodes[count++] = node;
    if (count > FEW) {
      remember();
    }
    return count - 1;
  }

  private void remember() {
    boolean fits = 2 * count < table.length;
    if (!fits) {
      table = new int[Integer.highestOneBit(count) * 8];
    }
    for (int number = fits ? count - 1 : 0; number < count; number++) {
      int slot = slot(nodes[number]);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = number + 1;
    }
  }

  private int slot(int node) {
    return (int) ((node * 0x9e3779b97f4a7c15L) >>> 32) & (table.length - 1);
  }
}
