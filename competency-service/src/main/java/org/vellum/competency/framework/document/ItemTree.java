package org.vellum.competency.framework.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.competency.framework.document.Outline.Entry;

/**
 * The items of a framework as entries below one another, by {@code isChildOf} and its
 * sequenceNumber. An item with several parents stands in full below the first and is only named
 * below the others. An import refuses circles and bounds the depth.
 */
final class ItemTree {
  private final Map<String, JsonNode> items = new LinkedHashMap<>();
  private final Map<String, List<Child>> children = new HashMap<>();
  private final Set<String> withParent = new HashSet<>();
  private final Set<String> placed = new HashSet<>();

  private record Child(String identifier, long order) {}

  void add(JsonNode item) {
    items.put(item.path("identifier").asText(), item);
  }

  /** Adds an association, once all items are added; only isChildOf counts. */
  void associate(JsonNode association) {
    String child = association.path("originNodeURI").path("identifier").asText();
    String parent = association.path("destinationNodeURI").path("identifier").asText();
    if (association.path("associationType").asText().equals("isChildOf")
        && items.containsKey(child)) {
      children
          .computeIfAbsent(parent, each -> new ArrayList<>())
          .add(new Child(child, association.path("sequenceNumber").asLong(Long.MAX_VALUE)));
      if (items.containsKey(parent)) {
        withParent.add(child);
      }
    }
  }

  /** What stands below the document. */
  List<Entry> below(String document) {
    List<Entry> entries = new ArrayList<>();
    addChildren(document, 0, entries);
    return entries;
  }

  /** What has no place below the document; to be asked last. */
  List<Entry> beside() {
    List<Entry> entries = new ArrayList<>();
    for (String item : items.keySet()) {
      if (!placed.contains(item) && !withParent.contains(item)) {
        add(item, 0, entries);
      }
    }
    return entries;
  }

  private void addChildren(String parent, int level, List<Entry> entries) {
    children.getOrDefault(parent, List.of()).stream()
        .sorted(Comparator.comparingLong(Child::order))
        .forEach(child -> add(child.identifier(), level, entries));
  }

  private void add(String identifier, int level, List<Entry> entries) {
    JsonNode item = items.getOrDefault(identifier, MissingNode.getInstance());
    boolean first = placed.add(identifier);
    List<String> notes = new ArrayList<>();
    if (first) {
      note(item.path("CFItemType"), "", notes);
      note(item.path("educationLevel"), "Level: ", notes);
      note(item.path("statusEndDate"), "Retired on ", notes);
      note(item.path("notes"), "", notes);
    } else {
      notes.add("(stands in full elsewhere)");
    }
    entries.add(
        new Entry(
            level,
            item.path("humanCodingScheme").asText(),
            item.path("fullStatement").asText(),
            String.join(" · ", notes)));
    if (first) {
      addChildren(identifier, level + 1, entries);
    }
  }

  private static void note(JsonNode value, String before, List<String> notes) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> texts.add(each.asText()));
    } else {
      texts.add(value.asText());
    }
    String text = String.join(", ", texts);
    if (!text.isBlank()) {
      notes.add(before + text);
    }
  }
}
