package org.vellum.competency.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param again whether it stands in full elsewhere in the tree, with its children
   */
  record Branch(Item item, List<Branch> children, boolean again) {}

  static FrameworkTree of(UUID document, List<Item> items, List<ChildOf> links) {
    return new Growing(items, links).tree(document.toString());
  }

  private static final class Growing {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, List<Item>> children = new HashMap<>();
    private final Set<Item> withParent = new HashSet<>();
    private final Set<Item> placed = new HashSet<>();
    private final List<Integer> levels = new ArrayList<>();

    Growing(List<Item> all, List<ChildOf> links) {
      all.forEach(item -> items.put(item.identifier().toString(), item));
      for (ChildOf link : links) {
        Item child = items.get(link.child());
        if (child != null) {
          children.computeIfAbsent(link.parent(), parent -> new ArrayList<>()).add(child);
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
          beside.add(branch(item, 0));
        }
      }
      return new FrameworkTree(roots, beside, levels);
    }

    private List<Branch> below(String parent, int level) {
      List<Branch> branches = new ArrayList<>();
      for (Item child : children.getOrDefault(parent, List.of())) {
        branches.add(branch(child, level));
      }
      return branches;
    }

    private Branch branch(Item item, int level) {
      if (!placed.add(item)) {
        return new Branch(item, List.of(), true);
      }
      if (levels.size() <= level) {
        levels.add(0);
      }
      levels.set(level, levels.get(level) + 1);
      return new Branch(item, below(item.identifier().toString(), level + 1), false);
    }
  }
}
