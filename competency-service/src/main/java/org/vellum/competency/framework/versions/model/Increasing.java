package org.vellum.competency.framework.versions.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Finds a longest increasing subsequence by patience sorting. */
final class Increasing {
  private Increasing() {}

  /**
   * Elements that stand in increasing order of their place, as many as can be.
   *
   * @param place where an element stands; no two stand at the same place
   */
  static <T> Set<T> longest(List<T> elements, ToIntFunction<T> place) {
    List<Integer> ends = new ArrayList<>();
    int[] before = new int[elements.size()];
    for (int i = 0; i < elements.size(); i++) {
      int length = shorterThan(ends, elements, place, place.applyAsInt(elements.get(i)));
      before[i] = length == 0 ? -1 : ends.get(length - 1);
      if (length == ends.size()) {
        ends.add(i);
      } else {
        ends.set(length, i);
      }
    }
    Set<T> longest = new LinkedHashSet<>();
    for (int i = ends.isEmpty() ? -1 : ends.getLast(); i >= 0; i = before[i]) {
      longest.add(elements.get(i));
    }
    return longest;
  }

  /** How long a subsequence may be that ends below a place. */
  private static <T> int shorterThan(
      List<Integer> ends, List<T> elements, ToIntFunction<T> place, int bound) {
    int low = 0;
    int high = ends.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (place.applyAsInt(elements.get(ends.get(middle))) < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
