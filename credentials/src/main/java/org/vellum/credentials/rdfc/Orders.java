package org.vellum.credentials.rdfc;

import java.util.Arrays;

/**
 * The different orders of a list in which elements may repeat, the sorted one first. Orders that
 * only swap equal elements give equal paths and are left out.
 */
final class Orders {
  private final int[] current;

  Orders(int[] elements) {
    current = elements.clone();
    Arrays.sort(current);
  }

  /** The order at hand. */
  int[] current() {
    return current;
  }

  /** Goes on to the next order in the sense of the dictionary; false if there is none. */
  boolean advance() {
    int pivot = current.length - 2;
    while (pivot >= 0 && current[pivot] >= current[pivot + 1]) {
      pivot--;
    }
    if (pivot < 0) {
      return false;
    }
    int successor = current.length - 1;
    while (current[successor] <= current[pivot]) {
      successor--;
    }
    swap(pivot, successor);
    for (int left = pivot + 1, right = current.length - 1; left < right; left++, right--) {
      swap(left, right);
    }
    return true;
  }

  private void swap(int first, int second) {
    int kept = current[first];
    current[first] = current[second];
    current[second] = kept;
  }
}
