package org.vellum.credentials.selective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a document that JSON pointers choose (VC-DI-ECDSA, sections 3.4.11 to 3.4.14): what
 * they point at, and on the way there the {@code id} and {@code type} of each object.
 */
final class Selection {
  private static final int MOST_POINTERS = 10_000;
  private static final int LONGEST_POINTER = 2_000;

  private final Map<String, Selection> children = new TreeMap<>(Selection::order);
  private boolean whole;

  private Selection() {}

  /**
   * Selects.
   *
   * @throws IllegalArgumentException if a pointer points at nothing, or there are too many
   */
  static ObjectNode of(ObjectNode document, Collection<String> pointers) {
    if (pointers.size() > MOST_POINTERS) {
      throw new IllegalArgumentException("more than " + MOST_POINTERS + " pointers");
    }
    Selection root = new Selection();
    pointers.forEach(root::add);
    ObjectNode selected = JsonNodeFactory.instance.objectNode();
    JsonNode context = document.get("@context");
    if (context != null && !root.whole) {
      selected.set("@context", context.deepCopy());
    }
    root.copy(document, "").properties().forEach(m -> selected.set(m.getKey(), m.getValue()));
    return selected;
  }

  private void add(String pointer) {
    if (pointer.length() > LONGEST_POINTER || !(pointer.isEmpty() || pointer.startsWith("/"))) {
      throw new IllegalArgumentException("not a JSON pointer");
    }
    Selection at = this;
    List<String> tokens = List.of(pointer.split("/", -1));
    for (String token : tokens.subList(1, tokens.size())) {
      String name = token.replace("~1", "/").replace("~0", "~");
      at = at.children.computeIfAbsent(name, unseen -> new Selection());
    }
    at.whole = true;
  }

  private JsonNode copy(JsonNode value, String place) {
    if (whole) {
      return value.deepCopy();
    }
    if (value instanceof ArrayNode array) {
      ArrayNode selected = array.arrayNode();
      children.forEach((token, child) ->
          selected.add(child.copy(item(array, token, place), place + "/" + token)));
      return selected;
    }
    ObjectNode selected = JsonNodeFactory.instance.objectNode();
    for (String always : List.of("id", "type")) {
      JsonNode member = value.get(always);
      if (member != null && !member.asText("").startsWith("_:")) {
        selected.set(always, member.deepCopy());
      }
    }
    children.forEach((token, child) -> {
      JsonNode member = value.get(token);
      if (member == null) {
        throw nothing(place + "/" + token);
      }
      selected.set(token, child.copy(member, place + "/" + token));
    });
    return selected;
  }

  private static JsonNode item(ArrayNode array, String token, String place) {
    boolean index = token.matches("0|[1-9][0-9]{0,8}");
    JsonNode item = index ? array.get(Integer.parseInt(token)) : null;
    if (item == null) {
      throw nothing(place + "/" + token);
    }
    return item;
  }

  private static IllegalArgumentException nothing(String place) {
    return new IllegalArgumentException("nothing is at " + place);
  }

  /** Items keep the order of their array, so shorter numbers come first. */
  private static int order(String first, String second) {
    int byLength = Integer.compare(first.length(), second.length());
    return byLength != 0 ? byLength : first.compareTo(second);
  }
}
