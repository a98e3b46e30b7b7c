package org.vellum.credentials.rdfc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The different orders of a list in which elements may repeat, the sorted one first. Orders that
 * only swap equal elements give equal paths and are left out.
 */
final class Permutations implements Iterator<List<String>> {
  private final List<String> current;
  private boolean more = true;

  Permutations(List<String> elements) {
    current = new ArrayList<>(elements);
    Collections.sort(current);
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public List<String> next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    List<String> result = List.copyOf(current);
    advance();
    return result;
  }

  /** The next order in the sense of the dictionary. */
  private void advance() {
    int pivot = current.size() - 2;
    while (pivot >= 0 && current.get(pivot).compareTo(current.get(pivot + 1)) >= 0) {
      pivot--;
    }
    if (pivot < 0) {
      more = false;
      return;
    }
    int successor = current.size() - 1;
    while (current.get(successor).compareTo(current.get(pivot)) <= 0) {
      successor--;
    }
    Collections.swap(current, pivot, successor);
    Collections.reverse(current.subList(pivot + 1, current.size()));
  }
}
