package org.vellum.credentials.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds nulls and empty arrays. Open Badges 3.0 and CLR 2.0 demand that they be left out, and RDF
 * does not see them: a signature covers none.
 */
public final class EmptyMembers {
  private static final int ENOUGH = 20;

  /** Nothing that is nested deeper is signed, so nobody needs to look there. */
  private static final int DEEPEST = 500;

  private final List<String> places = new ArrayList<>();

  private EmptyMembers() {}

  /** The JSON pointers of the first nulls and empty arrays of a tree. */
  public static List<String> in(JsonNode tree) {
    if (!isAny(tree, 0)) {
      return List.of();
    }
    EmptyMembers found = new EmptyMembers();
    found.look(tree, Pointer.ROOT);
    return found.places;
  }

  /** Whether there is any, without remembering where: most trees have none. */
  private static boolean isAny(JsonNode node, int depth) {
    if (node.isNull() || (node.isArray() && node.isEmpty())) {
      return true;
    }
    if (node.isContainerNode() && depth < DEEPEST) {
      for (JsonNode child : node) {
        if (isAny(child, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private void look(JsonNode node, Pointer place) {
    if (places.size() >= ENOUGH || place.depth() > DEEPEST) {
      return;
    }
    if (node.isNull() || (node.isArray() && node.isEmpty())) {
      places.add(place.toString());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      look(member.getValue(), place.child(member.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(node.get(i), place.child(i));
    }
  }
}
