package org.vellum.system;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** CASE packages for the story of a framework's life. */
final class LifePackages {
  private LifePackages() {}

  /** Ten items at the top, and ten below each. */
  static ObjectNode of(String document, String title, int items) {
    ObjectNode whole = Wire.MAPPER.createObjectNode();
    String base = "https://publisher.example/";
    String changed = "2026-01-02T03:04:05Z";
    whole
        .putObject("CFDocument")
        .put("identifier", document)
        .put("uri", base + document)
        .put("creator", "A publisher")
        .put("title", title)
        .put("version", "1")
        .put("lastChangeDateTime", changed);
    ArrayNode all = whole.putArray("CFItems");
    ArrayNode links = whole.putArray("CFAssociations");
    String prefix = items > 25 ? "many " : "";
    for (int i = 1; i <= items; i++) {
      String item = id(prefix + "item " + i);
      all.addObject()
          .put("identifier", item)
          .put("uri", base + item)
          .put("fullStatement", "Can do thing " + i)
          .put("humanCodingScheme", "L." + i)
          .put("lastChangeDateTime", changed);
      ObjectNode link = links.addObject().put("identifier", id(prefix + "link " + i));
      link.put("associationType", "isChildOf").put("sequenceNumber", i);
      link.put("uri", base + "links/" + i).put("lastChangeDateTime", changed);
      node(link.putObject("originNodeURI"), item);
      node(
          link.putObject("destinationNodeURI"), i <= 10 ? document : id(prefix + "item " + i / 10));
    }
    return whole;
  }

  private static void node(ObjectNode node, String identifier) {
    node.put("title", "A node")
        .put("identifier", identifier)
        .put("uri", "https://publisher.example/" + identifier);
  }

  /** An identifier that is always the same for the same name. */
  static String id(String name) {
    return UUID.nameUUIDFromBytes(("life of " + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
