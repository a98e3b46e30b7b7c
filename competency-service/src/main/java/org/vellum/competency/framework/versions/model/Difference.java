package org.vellum.competency.framework.versions.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vellum.competency.framework.versions.model.Outline.Item;
import org.vellum.competency.framework.versions.model.Outline.Link;

/**
 * What became of one version in another.
 *
 * @param document what the CFDocument says otherwise
 * @param added items that succeed none
 * @param changed items that say something else than those that they succeed
 * @param moved items that stand elsewhere in the tree, or in another order among their siblings
 * @param retired items that nothing succeeds, or whose successor has ceased to be in force
 * @param linked associations that the earlier version has not
 * @param unlinked associations that the later version has not
 * @param same how many items are as they were, and where they were
 */
public record Difference(
    List<Field> document,
    List<Item> added,
    List<Changed> changed,
    List<Moved> moved,
    List<Retired> retired,
    List<Link> linked,
    List<Link> unlinked,
    int same) {

  /** The member by which an item ceases to be in force (CASE 1.1, CFItem). */
  private static final String END = "statusEndDate";

  /** A member that says something else; an empty text where it said or says nothing. */
  public record Field(String name, String before, String after) {}

  /** An item that says something else than the one that it succeeds. */
  public record Changed(Item before, Item after, List<Field> fields) {}

  /**
   * An item that stands elsewhere.
   *
   * @param from name of what stood above it; empty for the framework itself
   * @param to name of what stands above it
   * @param amongSiblings whether only its place among its siblings is another
   */
  public record Moved(Item item, String from, String to, boolean amongSiblings) {}

  /**
   * An item that is no longer in force.
   *
   * @param on its statusEndDate; empty if it is gone
   */
  public record Retired(Item item, String on) {}

  /**
   * Compares two versions.
   *
   * @param successors identifier of the later item by that of the earlier; items with one
   *     identifier succeed each other unless it says otherwise
   */
  public static Difference between(Outline before, Outline after, Map<String, String> successors) {
    return new Comparing(before, after, successors).result();
  }

  /** Whether the two versions say the same. */
  public boolean isEmpty() {
    return document.isEmpty()
        && added.isEmpty()
        && changed.isEmpty()
        && moved.isEmpty()
        && retired.isEmpty()
        && linked.isEmpty()
        && unlinked.isEmpty();
  }

  private static final class Comparing {
    private final Outline before;
    private final Outline after;
    private final Map<String, String> later = new LinkedHashMap<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<Retired> retired = new ArrayList<>();
    private int same;

    Comparing(Outline before, Outline after, Map<String, String> successors) {
      this.before = before;
      this.after = after;
      for (String identifier : before.items().keySet()) {
        String successor = successors.getOrDefault(identifier, identifier);
        if (after.items().containsKey(successor)) {
          later.put(identifier, successor);
        }
      }
    }

    Difference result() {
      Set<String> inOrder = keptInOrder();
      before.items().forEach((identifier, item) -> compare(item, inOrder));
      Set<String> succeeding = new HashSet<>(later.values());
      List<Item> added =
          after.items().values().stream()
              .filter(item -> !succeeding.contains(item.identifier()))
              .toList();
      return new Difference(
          fields(before.document(), after.document()),
          added,
          List.copyOf(changed),
          List.copyOf(moved),
          List.copyOf(retired),
          onlyIn(after.links(), Map.of(), before.links(), later),
          onlyIn(before.links(), later, after.links(), Map.of()),
          same);
    }

    private void compare(Item item, Set<String> inOrder) {
      Item successor = after.items().get(later.getOrDefault(item.identifier(), ""));
      if (successor == null) {
        retired.add(new Retired(item, ""));
        return;
      }
      List<Field> fields = fields(item.fields(), successor.fields());
      String end = successor.fields().getOrDefault(END, "");
      if (!end.isEmpty() && !item.fields().containsKey(END)) {
        retired.add(new Retired(successor, end));
      }
      if (!fields.isEmpty()) {
        changed.add(new Changed(item, successor, fields));
      }
      boolean elsewhere = !parentOf(item).equals(successor.parent());
      boolean otherOrder = !elsewhere && !inOrder.contains(item.identifier());
      if (elsewhere || otherOrder) {
        moved.add(
            new Moved(
                successor,
                name(before, item.parent()),
                name(after, successor.parent()),
                otherOrder));
      } else if (fields.isEmpty()) {
        same++;
      }
    }

    /** The item above, as the later version identifies it. */
    private String parentOf(Item item) {
      return later.getOrDefault(item.parent(), item.parent());
    }

    private static String name(Outline outline, String identifier) {
      Item item = outline.items().get(identifier);
      return item == null ? "" : item.name();
    }

    /** The items that need not be moved to bring siblings from the one order into the other. */
    private Set<String> keptInOrder() {
      Map<String, Integer> places = new HashMap<>();
      after.items().keySet().forEach(identifier -> places.put(identifier, places.size()));
      Map<String, List<String>> siblings = new LinkedHashMap<>();
      for (Item item : before.items().values()) {
        Item successor = after.items().get(later.getOrDefault(item.identifier(), ""));
        if (successor != null && parentOf(item).equals(successor.parent())) {
          siblings
              .computeIfAbsent(successor.parent(), each -> new ArrayList<>())
              .add(item.identifier());
        }
      }
      Set<String> kept = new HashSet<>();
      siblings
          .values()
          .forEach(each -> kept.addAll(Increasing.longest(each, id -> places.get(later.get(id)))));
      return kept;
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
      Set<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      return names.stream()
          .map(name -> new Field(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
          .filter(field -> !field.before().equals(field.after()))
          .toList();
    }

    /** The links of which the others have no counterpart, both seen from the later version. */
    private static List<Link> onlyIn(
        List<Link> links,
        Map<String, String> map,
        List<Link> others,
        Map<String, String> otherMap) {
      Set<List<String>> known = new HashSet<>();
      others.forEach(other -> known.add(key(other, otherMap)));
      return links.stream().filter(link -> !known.contains(key(link, map))).toList();
    }

    private static List<String> key(Link link, Map<String, String> map) {
      return List.of(
          map.getOrDefault(link.origin(), link.origin()),
          link.type(),
          map.getOrDefault(link.destination(), link.destination()));
    }
  }
}
