package org.vellum.credentials.rdfc;

import java.util.Arrays;

/**
 * The order of a dataset's lines, found from numbers instead of by writing them.
 *
 * <p>No encoded term is the beginning of another, so lines are ordered as their terms are, one
 * after the other. In the order of code points, which for UTF-8 is that of bytes, literals come
 * before IRIs, and blank nodes behind both.
 */
final class Lines {
  private static final int FIRST = 0;
  private static final int ALIKE = 1;

  private final Dataset dataset;
  private final Terms terms;
  private final int[] rankOfTerm;
  private final int[] rankOfBlank;
  private final int[] sorted;
  private final int names;
  private final IntOrder order = this::compare;

  /** All lines, those of a blank node together in their order with the others alike. */
  Lines(Dataset dataset) {
    this.dataset = dataset;
    this.terms = dataset.terms();
    this.rankOfTerm = new int[terms.size()];
    this.rankOfBlank = new int[dataset.blanks()];
    this.sorted = new int[dataset.size()];
    this.names = rankNames();
    for (int blank = 0; blank < rankOfBlank.length; blank++) {
      rankOfBlank[blank] = blank;
    }
    sortByPredicate();
    sortBySubject();
    Arrays.fill(rankOfBlank, ALIKE);
  }

  /** The lines in order. */
  int[] sorted() {
    return sorted;
  }

  /** Sorts all lines anew, the blank nodes by these numbers from 0. */
  void sortByNames(int[] ranks) {
    System.arraycopy(ranks, 0, rankOfBlank, 0, ranks.length);
    sortBySubject();
  }

  /** Sorts some of the lines with one blank node before all others, which are alike. */
  void sortAround(int blank, int[] some, int from, int to) {
    rankOfBlank[blank] = FIRST;
    order.sort(some, from, to);
    rankOfBlank[blank] = ALIKE;
  }

  /** Numbers the IRIs of subjects and predicates in their order; returns how many there are. */
  private int rankNames() {
    int[] used = new int[terms.size()];
    int count = 0;
    for (int quad = 0; quad < dataset.size(); quad++) {
      count = use(dataset.subject(quad), used, count);
      count = use(dataset.predicate(quad), used, count);
    }
    IntOrder byBytes = terms::compare;
    byBytes.sort(used, 0, count);
    for (int rank = 0; rank < count; rank++) {
      rankOfTerm[used[rank]] = rank;
    }
    return count;
  }

  private int use(int term, int[] used, int count) {
    if (term < 0 || rankOfTerm[term] > 0) {
      return count;
    }
    rankOfTerm[term] = 1;
    used[count] = term;
    return count + 1;
  }

  /** By subject. Lines of one subject that are in the order of predicates stay so. */
  private void sortBySubject() {
    int[] ends = new int[names + Math.max(ALIKE + 1, rankOfBlank.length) + 1];
    for (int line : sorted) {
      ends[rankOfSubject(line) + 1]++;
    }
    for (int rank = 1; rank < ends.length; rank++) {
      ends[rank] += ends[rank - 1];
    }
    for (int line : sorted.clone()) {
      sorted[ends[rankOfSubject(line)]++] = line;
    }
    sortRepeated();
  }

  private void sortByPredicate() {
    int[] ends = new int[names + 1];
    for (int line = 0; line < sorted.length; line++) {
      ends[rankOfTerm[dataset.predicate(line)] + 1]++;
    }
    for (int rank = 1; rank < ends.length; rank++) {
      ends[rank] += ends[rank - 1];
    }
    for (int line = 0; line < sorted.length; line++) {
      sorted[ends[rankOfTerm[dataset.predicate(line)]]++] = line;
    }
  }

  /** Where a subject has a predicate more than once, by objects and graphs. */
  private void sortRepeated() {
    for (int from = 0, to; from < sorted.length; from = to) {
      int subject = rankOfSubject(sorted[from]);
      int predicate = dataset.predicate(sorted[from]);
      to = from + 1;
      while (to < sorted.length
          && dataset.predicate(sorted[to]) == predicate
          && rankOfSubject(sorted[to]) == subject) {
        to++;
      }
      if (to - from > 1) {
        order.sort(sorted, from, to);
      }
    }
  }

  private int rankOfSubject(int line) {
    int subject = dataset.subject(line);
    return subject < 0 ? names + rankOfBlank[~subject] : rankOfTerm[subject];
  }

  private int compare(int first, int second) {
    int difference = rankOfSubject(first) - rankOfSubject(second);
    if (difference == 0) {
      difference = rankOfTerm[dataset.predicate(first)] - rankOfTerm[dataset.predicate(second)];
    }
    if (difference == 0) {
      difference = compareNodes(dataset.object(first), dataset.object(second));
    }
    return difference == 0
        ? compareGraphs(dataset.graph(first), dataset.graph(second))
        : difference;
  }

  private int compareGraphs(int first, int second) {
    if (first == second) {
      return 0;
    }
    if (first == Dataset.DEFAULT_GRAPH || second == Dataset.DEFAULT_GRAPH) {
      return first == Dataset.DEFAULT_GRAPH ? -1 : 1; // the full stop comes before all names
    }
    return compareNodes(first, second);
  }

  private int compareNodes(int first, int second) {
    if (first < 0 && second < 0) {
      return rankOfBlank[~first] - rankOfBlank[~second];
    }
    return first < 0 || second < 0 ? Integer.compare(second, first) : terms.compare(first, second);
  }
}
