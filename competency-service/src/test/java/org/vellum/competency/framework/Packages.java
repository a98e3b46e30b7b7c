package org.vellum.competency.framework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.vellum.platform.json.Json;

/** CASE packages made for a test. */
public final class Packages {
  public static final String DOCUMENT = "11111111-1111-4111-8111-111111111111";
  private static final String CHANGED = "2026-01-02T03:04:05Z";

  private Packages() {}

  /** The identifier of the item with this number. */
  public static String item(int number) {
    return String.format(Locale.ROOT, "aaaaaaaa-0000-4000-8000-%012x", number);
  }

  /** The identifier of the association with this number. */
  public static String association(int number) {
    return String.format(Locale.ROOT, "bbbbbbbb-0000-4000-8000-%012x", number);
  }

  /** A package with a document and nothing else. */
  public static ObjectNode empty() {
    ObjectNode whole = Json.mapper().createObjectNode();
    whole
        .putObject("CFDocument")
        .put("identifier", DOCUMENT)
        .put("uri", "https://publisher.example/CFDocuments/" + DOCUMENT)
        .put("creator", "A publisher")
        .put("title", "A framework")
        .put("version", "3")
        .put("lastChangeDateTime", CHANGED);
    whole.putArray("CFItems");
    whole.putArray("CFAssociations");
    return whole;
  }

  /** A package with so many items, ten below each. */
  public static ObjectNode ofItems(int count) {
    ObjectNode whole = empty();
    for (int i = 1; i <= count; i++) {
      addItem(whole, i);
      addChild(whole, i, i <= 10 ? DOCUMENT : item(i / 10)).put("sequenceNumber", i);
    }
    return whole;
  }

  public static ObjectNode document(ObjectNode whole) {
    return (ObjectNode) whole.path("CFDocument");
  }

  public static ArrayNode items(ObjectNode whole) {
    return (ArrayNode) whole.path("CFItems");
  }

  public static ArrayNode associations(ObjectNode whole) {
    return (ArrayNode) whole.path("CFAssociations");
  }

  public static ObjectNode addItem(ObjectNode whole, int number) {
    return items(whole)
        .addObject()
        .put("identifier", item(number))
        .put("uri", "https://publisher.example/CFItems/" + item(number))
        .put("fullStatement", "Can do thing " + number)
        .put("humanCodingScheme", "T." + number)
        .put("lastChangeDateTime", CHANGED);
  }

  /** Makes an item the child of a node. */
  public static ObjectNode addChild(ObjectNode whole, int child, String parent) {
    return associate(whole, item(child), "isChildOf", parent);
  }

  public static ObjectNode associate(
      ObjectNode whole, String origin, String type, String destination) {
    String identifier = association(associations(whole).size());
    ObjectNode association =
        associations(whole)
            .addObject()
            .put("identifier", identifier)
            .put("uri", "https://publisher.example/CFAssociations/" + identifier)
            .put("associationType", type)
            .put("lastChangeDateTime", CHANGED);
    node(association.putObject("originNodeURI"), origin);
    node(association.putObject("destinationNodeURI"), destination);
    return association;
  }

  private static void node(ObjectNode node, String identifier) {
    node.put("title", "A node")
        .put("identifier", identifier)
        .put("uri", "https://publisher.example/CFItems/" + identifier);
  }
}
