package org.vellum.competency.catalogue.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds prerequisites that lead in a circle: nobody could ever begin. */
public final class Circle {
  private Circle() {}

  /**
   * One thing comes before another.
   *
   * @param subject what has a prerequisite
   * @param requires its prerequisite
   * @param period when that holds
   */
  public record Step<T>(T subject, T requires, Period period) {}

  /**
   * A circle of which all steps hold on one day.
   *
   * @return what is in it, each followed by its prerequisite, the first repeated at the end; empty
   *     if there is no circle on any day
   */
  public static <T> Optional<List<T>> find(Collection<Step<T>> steps) {
    if (among(steps).isEmpty()) {
      return Optional.empty();
    }
    // What holds together first does so on a day on which one of them begins.
    Set<LocalDate> days = new TreeSet<>();
    steps.forEach(step -> days.add(step.period().from().orElse(LocalDate.MIN)));
    return days.stream()
        .map(day -> among(steps.stream().filter(step -> step.period().holdsOn(day)).toList()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** One who walks along prerequisites, without recursion: chains may be long. */
  private static <T> Optional<List<T>> among(Collection<Step<T>> steps) {
    Map<T, List<T>> next = new HashMap<>();
    steps.forEach(step ->
        next.computeIfAbsent(step.subject(), unseen -> new ArrayList<>()).add(step.requires()));
    Set<T> done = new HashSet<>();
    for (T start : next.keySet()) {
      Optional<List<T>> circle = from(start, next, done);
      if (circle.isPresent()) {
        return circle;
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<List<T>> from(T start, Map<T, List<T>> next, Set<T> done) {
    List<T> path = new ArrayList<>();
    Set<T> onPath = new HashSet<>();
    Deque<Iterator<T>> open = new ArrayDeque<>();
    T node = start;
    while (true) {
      if (onPath.contains(node)) {
        path.add(node);
        return Optional.of(List.copyOf(path.subList(path.indexOf(node), path.size())));
      }
      if (done.add(node)) {
        path.add(node);
        onPath.add(node);
        open.push(next.getOrDefault(node, List.of()).iterator());
      }
      while (!open.isEmpty() && !open.getFirst().hasNext()) {
        open.pop();
        onPath.remove(path.removeLast());
      }
      if (open.isEmpty()) {
        return Optional.empty();
      }
      node = open.getFirst().next();
    }
  }
}
