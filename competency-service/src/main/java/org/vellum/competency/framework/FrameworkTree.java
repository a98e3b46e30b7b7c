package org.vellum.competency.framework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.FrameworkContents.ChildOf;
import org.vellum.competency.framework.FrameworkContents.Item;

/**
 * The items of a framework as a tree by {@code isChildOf}. An item with several parents stands in
 * full below the first and is only named below the others, so that the tree is never larger than
 * the associations. An import refuses circles and bounds the depth.
 *
 * @param roots what stands below the document
 * @param beside what has no place below the document
 * @param levels how many items stand in full on each level, the first below the document
 */
record FrameworkTree(List<Branch> roots, List<Branch> beside, List<Integer> levels) {

  /**
   * An item and what stands below it.
   *
   * @param place which of its siblings it is, from 1
   * @param parent identifier of what it stands below; empty for what stands beside the tree
   * @param again whether it stands in full elsewhere in the tree, with its children
   * @param folded whether its children are not shown yet
   */
  record Branch(
      Item item, List<Branch> children, int place, String parent, boolean again, boolean folded) {

    private Branch with(List<Branch> others, boolean fold) {
      return new Branch(item, others, place, parent, again, fold);
    }
  }

  /** An item in the order of the tree. */
  record Line(Item item, int level) {}

  static FrameworkTree of(UUID document, List<Item> items, List<ChildOf> links) {
    return new Growing(items, links).tree(document.toString());
  }

  /** The branches below an item; empty if it stands nowhere in full. */
  Optional<Branch> find(String item) {
    Deque<Branch> open = new ArrayDeque<>(roots);
    open.addAll(beside);
    while (!open.isEmpty()) {
      Branch branch = open.removeFirst();
      if (branch.item().identifier().toString().equals(item) && !branch.again()) {
        return Optional.of(branch);
      }
      open.addAll(branch.children());
    }
    return Optional.empty();
  }

  /** The names of what stands above an item, from the top. */
  List<Item> above(String item) {
    List<Item> path = new ArrayList<>();
    Optional<Branch> at = find(item).flatMap(branch -> find(branch.parent()));
    while (at.isPresent()) {
      path.addFirst(at.get().item());
      at = find(at.get().parent());
    }
    return path;
  }

  /** All items in their order, each once. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    roots.forEach(branch -> addLines(branch, 1, lines));
    beside.forEach(branch -> addLines(branch, 1, lines));
    return lines;
  }

  private static void addLines(Branch branch, int level, List<Line> lines) {
    if (!branch.again()) {
      lines.add(new Line(branch.item(), level));
      branch.children().forEach(child -> addLines(child, level + 1, lines));
    }
  }

  /**
   * The same branches with at most so many items: as many whole levels as fit are shown, and what
   * stands below them is folded, to be asked for.
   */
  static List<Branch> folded(List<Branch> branches, int budget) {
    // By identity: what stands below a branch is part of its hash code.
    Set<Branch> open = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Branch> level = branches;
    int left = budget;
    while (!level.isEmpty()) {
      left -= level.size();
      List<Branch> next = level.stream().flatMap(each -> each.children().stream()).toList();
      if (next.size() > left) {
        break;
      }
      open.addAll(level);
      level = next;
    }
    return branches.stream().map(branch -> cut(branch, open)).toList();
  }

  private static Branch cut(Branch branch, Set<Branch> open) {
    return open.contains(branch)
        ? branch.with(branch.children().stream().map(each -> cut(each, open)).toList(), false)
        : branch.with(branch.children(), !branch.children().isEmpty());
  }

  private static final class Growing {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Set<Item>> children = new HashMap<>();
    private final Set<Item> withParent = new HashSet<>();
    private final Set<Item> placed = new HashSet<>();
    private final List<Integer> levels = new ArrayList<>();

    Growing(List<Item> all, List<ChildOf> links) {
      all.forEach(item -> items.put(item.identifier().toString(), item));
      for (ChildOf link : links) {
        Item child = items.get(link.child());
        if (child != null) {
          children.computeIfAbsent(link.parent(), parent -> new LinkedHashSet<>()).add(child);
          if (items.containsKey(link.parent())) {
            withParent.add(child);
          }
        }
      }
    }

    FrameworkTree tree(String document) {
      List<Branch> roots = below(document, 0);
      List<Branch> beside = new ArrayList<>();
      for (Item item : items.values()) {
        if (!placed.contains(item) && !withParent.contains(item)) {
          beside.add(branch(item, 0, beside.size() + 1, ""));
        }
      }
      return new FrameworkTree(roots, beside, levels);
    }

    private List<Branch> below(String parent, int level) {
      List<Branch> branches = new ArrayList<>();
      for (Item child : children.getOrDefault(parent, Set.of())) {
        branches.add(branch(child, level, branches.size() + 1, parent));
      }
      return branches;
    }

    private Branch branch(Item item, int level, int place, String parent) {
      if (!placed.add(item)) {
        return new Branch(item, List.of(), place, parent, true, false);
      }
      if (levels.size() <= level) {
        levels.add(0);
      }
      levels.set(level, levels.get(level) + 1);
      return new Branch(
          item, below(item.identifier().toString(), level + 1), place, parent, false, false);
    }
  }
}
