package org.vellum.competency.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Has what arrives from one source while others are at work done together afterwards. There is no
 * thread of its own: one of those who wait does it for all.
 */
final class Gathering {
  /** So many that those who wait do not wait for long. */
  private static final int MOST = 50;

  private final Function<List<Arrived>, List<Recorded>> together;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean busy;

  /**
   * Nobody waits yet.
   *
   * @param together does what arrived, all of it or none, and answers each in their order; of no
   *     result it is given two states at once
   */
  Gathering(Function<List<Arrived>, List<Recorded>> together) {
    this.together = together;
  }

  /** What one who waits is told to do. */
  private sealed interface Told {
    /** It is done. */
    record Answer(Recorded recorded) implements Told {}

    /** Nobody is at work: do it for yourself and for those who wait. */
    record Begin() implements Told {}

    /** What was tried together failed, and nothing is stored: do it by yourself. */
    record Alone() implements Told {}
  }

  private record Waiting(Arrived arrived, CompletableFuture<Told> told) {
    String sourcedId() {
      return arrived.sent().sourcedId();
    }
  }

  /** Has it done, and says what became of it; an exception is that of its own and nobody else's. */
  Recorded record(Arrived arrived) {
    Waiting mine = new Waiting(arrived, new CompletableFuture<>());
    return switch (enter(mine) ? new Told.Begin() : mine.told().join()) {
      case Told.Answer(Recorded recorded) -> recorded;
      case Told.Begin begin -> begin(mine);
      case Told.Alone alone -> alone(arrived);
    };
  }

  private Recorded alone(Arrived arrived) {
    return together.apply(List.of(arrived)).getFirst();
  }

  /** Whether nobody is at work; else it waits. */
  private synchronized boolean enter(Waiting mine) {
    if (busy) {
      queue.add(mine);
      return false;
    }
    busy = true;
    return true;
  }

  private Recorded begin(Waiting mine) {
    List<Waiting> all = List.of(mine);
    try {
      all = gathered(mine);
      List<Recorded> recorded = together.apply(all.stream().map(Waiting::arrived).toList());
      for (int i = 1; i < all.size(); i++) {
        all.get(i).told().complete(new Told.Answer(recorded.get(i)));
      }
      return recorded.getFirst();
    } catch (RuntimeException e) {
      if (all.size() == 1) {
        throw e;
      }
    } finally {
      // Whoever has no answer by now has none because of an exception.
      all.forEach(each -> each.told().complete(new Told.Alone()));
      handOver();
    }
    return alone(mine.arrived());
  }

  /** The first, and those who wait and have another state of none of them. */
  private synchronized List<Waiting> gathered(Waiting first) {
    List<Waiting> all = new ArrayList<>(List.of(first));
    Set<String> named = new HashSet<>(Set.of(first.sourcedId()));
    for (Iterator<Waiting> each = queue.iterator(); each.hasNext() && all.size() < MOST; ) {
      Waiting next = each.next();
      if (named.add(next.sourcedId())) {
        all.add(next);
        each.remove();
      }
    }
    return all;
  }

  private synchronized void handOver() {
    Waiting next = queue.poll();
    if (next == null) {
      busy = false;
    } else {
      next.told().complete(new Told.Begin());
    }
  }
}
