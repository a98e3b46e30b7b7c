package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.FrameworkContents.Item;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.json.Json;

/** Reads from an item's associations what stands at their other ends. */
final class Neighbours {
  private Neighbours() {}

  /**
   * What an item is associated with.
   *
   * @param type the associationType
   * @param outgoing whether the item is the origin
   * @param title what the association says that stands at the other end
   * @param uri its address, as the association says; empty if no browser may be sent there
   * @param item the other item, where it is kept here
   */
  record Neighbour(String type, boolean outgoing, String title, String uri, Optional<Item> item) {}

  /** The identifiers at the other ends, as far as they may be items. */
  static Set<String> identifiers(UUID item, List<String> associations) {
    Set<String> identifiers = new LinkedHashSet<>();
    for (String association : associations) {
      String other = other(item, read(association)).path("identifier").asText();
      CaseIdentifier.parse(other).map(UUID::toString).ifPresent(identifiers::add);
    }
    return identifiers;
  }

  static List<Neighbour> of(UUID item, List<String> associations, Map<String, Item> known) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (String text : associations) {
      JsonNode association = read(text);
      JsonNode other = other(item, association);
      neighbours.add(
          new Neighbour(
              association.path("associationType").asText(),
              isOrigin(item, association),
              other.path("title").asText(),
              Facts.isWeb(other.path("uri").asText()) ? other.path("uri").asText() : "",
              Optional.ofNullable(known.get(other.path("identifier").asText()))));
    }
    return neighbours;
  }

  private static JsonNode other(UUID item, JsonNode association) {
    return association.path(isOrigin(item, association) ? "destinationNodeURI" : "originNodeURI");
  }

  private static boolean isOrigin(UUID item, JsonNode association) {
    return association.path("originNodeURI").path("identifier").asText().equals(item.toString());
  }

  private static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
