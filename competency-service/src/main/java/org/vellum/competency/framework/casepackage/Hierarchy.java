package org.vellum.competency.framework.casepackage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is a child of whom ({@code isChildOf}). Searches in depth without recursion: a hostile
 * package may hold a chain of a hundred thousand.
 */
public final class Hierarchy {
  /** How many levels a hierarchy may have; real ones have up to six. */
  public static final int MOST_LEVELS = 64;

  private static final int MOST_CYCLES = 10;

  private final Map<UUID, List<UUID>> parents = new LinkedHashMap<>();
  private final Map<UUID, Integer> heights = new HashMap<>();
  private final List<List<UUID>> cycles = new ArrayList<>();
  private final Deque<Step> path = new ArrayDeque<>();
  private final Set<UUID> onPath = new HashSet<>();

  private record Step(UUID node, Iterator<UUID> parents) {}

  /** Notes that one node stands below another. */
  public void add(UUID child, UUID parent) {
    parents.computeIfAbsent(child, each -> new ArrayList<>(1)).add(parent);
  }

  boolean hasParent(UUID child) {
    return parents.containsKey(child);
  }

  /** The first few cycles, each from a node back to the same node. */
  public List<List<UUID>> cycles() {
    walkAll();
    return cycles;
  }

  /** How many steps lead up from the lowest node, where there is no cycle. */
  public int depth() {
    walkAll();
    return heights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private void walkAll() {
    for (UUID start : parents.keySet()) {
      if (!heights.containsKey(start)) {
        walk(start);
      }
    }
  }

  private void walk(UUID start) {
    enter(start);
    while (!path.isEmpty()) {
      Step step = path.getLast();
      if (!step.parents().hasNext()) {
        leave(step.node());
      } else {
        UUID parent = step.parents().next();
        if (onPath.contains(parent)) {
          addCycle(parent);
        } else if (!heights.containsKey(parent)) {
          enter(parent);
        }
      }
    }
  }

  private void enter(UUID node) {
    onPath.add(node);
    path.addLast(new Step(node, parents.getOrDefault(node, List.of()).iterator()));
  }

  private void leave(UUID node) {
    int highest = -1;
    for (UUID parent : parents.getOrDefault(node, List.of())) {
      highest = Math.max(highest, heights.getOrDefault(parent, 0));
    }
    heights.put(node, highest + 1);
    onPath.remove(node);
    path.removeLast();
  }

  private void addCycle(UUID node) {
    if (cycles.size() < MOST_CYCLES) {
      cycles.add(cycleTo(node));
    }
  }

  private List<UUID> cycleTo(UUID node) {
    List<UUID> cycle = new ArrayList<>();
    for (Step step : path) {
      if (step.node().equals(node) || !cycle.isEmpty()) {
        cycle.add(step.node());
      }
    }
    cycle.add(node);
    return cycle;
  }
}
