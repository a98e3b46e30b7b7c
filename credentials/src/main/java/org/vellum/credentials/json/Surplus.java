package org.vellum.credentials.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one document says beyond another. The same number or moment may be written in two ways, one
 * value as a list, and an object may be embedded here and only linked by its id there. Contexts say
 * how to read and are not compared.
 */
public final class Surplus {
  private static final int ENOUGH = 1_000;

  private final Set<String> ignored;
  private final List<String> places = new ArrayList<>();

  private Surplus(Set<String> ignored) {
    this.ignored = ignored;
  }

  /**
   * The places of the document whose content is not in the other; at most a thousand.
   *
   * @param document the one that may say more
   * @param other the one that it is held against
   * @param ignored members of the document's root that are not compared
   */
  public static List<String> of(JsonNode document, JsonNode other, Set<String> ignored) {
    Surplus surplus = new Surplus(ignored);
    surplus.members(document, other, Pointer.ROOT);
    return surplus.places;
  }

  private void members(JsonNode document, JsonNode other, Pointer place) {
    for (Map.Entry<String, JsonNode> member : document.properties()) {
      String name = member.getKey();
      boolean skipped = place.depth() == 0 && ignored.contains(name);
      if (!skipped && !name.equals("@context")) {
        value(member.getValue(), other.path(name), place.child(name));
      }
    }
  }

  private void value(JsonNode document, JsonNode other, Pointer place) {
    if (document.equals(other)
        || document.isNull()
        || isLink(document, other)
        || isLink(other, document)
        || isSame(document, other)) {
      return;
    }
    if (document.isObject() && other.isObject()) {
      members(document, other, place);
    } else if (document.isArray() || other.isArray()) {
      items(document, list(other), place);
    } else {
      tell(place);
    }
  }

  private void items(JsonNode document, JsonNode other, Pointer place) {
    JsonNode all = list(document);
    if (all.size() > other.size()) {
      tell(place);
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      value(all.get(i), other.get(i), document.isArray() ? place.child(i) : place);
    }
  }

  private void tell(Pointer place) {
    if (places.size() < ENOUGH) {
      places.add(place.toString());
    }
  }

  private static JsonNode list(JsonNode node) {
    if (node.isArray()) {
      return node;
    }
    return node.isMissingNode()
        ? JsonNodeFactory.instance.arrayNode()
        : JsonNodeFactory.instance.arrayNode().add(node);
  }

  private static boolean isLink(JsonNode link, JsonNode object) {
    return link.isTextual() && object.isObject() && link.equals(object.path("id"));
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.isTextual()
        && other.isTextual()
        && moment(one).isPresent()
        && moment(one).equals(moment(other));
  }

  private static Optional<Instant> moment(JsonNode text) {
    if (text.asText().length() < 20 || text.asText().length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.asText()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
