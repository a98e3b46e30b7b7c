package org.vellum.credentials.rdfc;

/** An order of things known by number, and how to sort by it. Quick where little is to be done. */
@FunctionalInterface
interface IntOrder {
  /** Fewer are sorted one by one. */
  int FEW = 7;

  int compare(int first, int second);

  /** Sorts a part of an array; equal ones keep their order. */
  default void sort(int[] numbers, int from, int to) {
    if (to - from > FEW) {
      merge(numbers, new int[(to - from) / 2 + 1], from, to);
    } else {
      insert(numbers, from, to);
    }
  }

  private void insert(int[] numbers, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moving = numbers[i];
      int at = i;
      while (at > from && compare(numbers[at - 1], moving) > 0) {
        numbers[at] = numbers[--at];
      }
      numbers[at] = moving;
    }
  }

  private void merge(int[] numbers, int[] spare, int from, int to) {
    if (to - from <= FEW) {
      insert(numbers, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    merge(numbers, spare, from, middle);
    merge(numbers, spare, middle, to);
    if (compare(numbers[middle - 1], numbers[middle]) <= 0) {
      return;
    }
    int half = middle - from;
    System.arraycopy(numbers, from, spare, 0, half);
    int left = 0;
    int right = middle;
    for (int at = from; left < half; at++) {
      boolean takeLeft = right == to || compare(spare[left], numbers[right]) <= 0;
      numbers[at] = takeLeft ? spare[left++] : numbers[right++];
    }
  }
}
