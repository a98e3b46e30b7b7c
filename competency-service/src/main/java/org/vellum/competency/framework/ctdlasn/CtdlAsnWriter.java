package org.vellum.competency.framework.ctdlasn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.competency.framework.ctdlasn.Terms.Pair;

/**
 * Writes a framework as a CTDL-ASN graph. A node that was kept from an import is the beginning, and
 * of it only what says something else by now is written anew.
 */
final class CtdlAsnWriter {
  private final ObjectNode document;
  private final List<ObjectNode> items;
  private final String language;
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, List<Link>> links = new LinkedHashMap<>();

  /** From one node to another, in an order. */
  private record Link(String property, String other, long order) {}

  private CtdlAsnWriter(
      ObjectNode document, List<ObjectNode> items, List<ObjectNode> associations) {
    this.document = document;
    this.items = items;
    String stated = document.path("language").asText();
    // RFC 5646: und says that the language was not determined.
    this.language = stated.isEmpty() ? "und" : stated;
    addresses.put(document.path("identifier").asText(), address(document));
    items.forEach(item -> addresses.put(item.path("identifier").asText(), address(item)));
    associations.forEach(this::link);
  }

  /**
   * Writes.
   *
   * @param document the CFDocument in the strict form of CASE 1.1
   * @param items its items, in order
   * @param associations its associations, in order
   * @param kept what was kept of the graph beside its nodes; empty if it never was one
   */
  static ObjectNode write(
      ObjectNode document, List<ObjectNode> items, List<ObjectNode> associations, JsonNode kept) {
    return new CtdlAsnWriter(document, items, associations).graph(kept);
  }

  private ObjectNode graph(JsonNode kept) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("@context", Terms.CONTEXT);
    kept.properties()
        .forEach(member -> {
          if (!member.getKey().equals("others")) {
            whole.set(member.getKey(), member.getValue());
          }
        });
    ArrayNode graph = whole.putArray("@graph");
    graph.add(framework());
    items.forEach(item -> graph.add(competency(item)));
    kept.path("others").forEach(graph::add);
    return whole;
  }

  private static String address(JsonNode object) {
    JsonNode kept = object.path("extensions").path(Terms.EXTENSION);
    return kept.path("@id").asText(object.path("uri").asText());
  }

  private void link(ObjectNode association) {
    String origin = association.path("originNodeURI").path("identifier").asText();
    String destination = association.path("destinationNodeURI").path("identifier").asText();
    String type = association.path("associationType").asText();
    long order = association.path("sequenceNumber").asLong(Long.MAX_VALUE);
    String from = end(association.path("originNodeURI"));
    String to = end(association.path("destinationNodeURI"));
    if (type.equals("isChildOf")) {
      boolean top = destination.equals(document.path("identifier").asText());
      add(origin, top ? "ceasn:isTopChildOf" : "ceasn:isChildOf", to, 0);
      add(destination, top ? "ceasn:hasTopChild" : "ceasn:hasChild", from, order);
    } else if (type.equals("precedes")) {
      add(destination, Terms.PREREQUISITE, from, 0);
    } else {
      Terms.ALIGNMENTS.forEach((property, corresponding) -> {
        if (corresponding.equals(type)) {
          add(origin, property, to, 0);
        }
      });
    }
  }

  private String end(JsonNode node) {
    return addresses.getOrDefault(node.path("identifier").asText(), node.path("uri").asText());
  }

  private void add(String node, String property, String other, long order) {
    links.computeIfAbsent(node, each -> new ArrayList<>()).add(new Link(property, other, order));
  }

  private ObjectNode framework() {
    ObjectNode node = begun(document, Terms.FRAMEWORK);
    put(Terms.OF_FRAMEWORK, document, node, language);
    if (!node.has("ceasn:description")) {
      // The registry requires one.
      Pair description = Terms.OF_FRAMEWORK.get(1);
      Terms.write(description, document.path("title"), node, language);
    }
    if (!document.path("extensions").has(Terms.EXTENSION)) {
      status()
          .ifPresent(status ->
              node.putArray("ceasn:publicationStatusType")
                  .add("http://credreg.net/ctdlasn/vocabs/publicationStatus/" + status));
      String license = document.path("licenseURI").path("uri").asText();
      if (!license.isEmpty()) {
        node.putArray("ceasn:license").add(license);
      }
    }
    putLinks(document, node);
    return node;
  }

  private Optional<String> status() {
    return switch (document.path("adoptionStatus").asText()) {
      case "Draft" -> Optional.of("Draft");
      case "Implemented" -> Optional.of("Published");
      case "Retired" -> Optional.of("Deprecated");
      default -> Optional.empty();
    };
  }

  private ObjectNode competency(ObjectNode item) {
    ObjectNode node = begun(item, Terms.COMPETENCY);
    boolean kept = item.path("extensions").has(Terms.EXTENSION);
    String own = item.path("language").asText();
    put(Terms.OF_COMPETENCY, item, node, own.isEmpty() ? language : own);
    if (!kept) {
      node.putArray("ceasn:isPartOf").add(address(document));
    }
    putLinks(item, node);
    return node;
  }

  private ObjectNode begun(ObjectNode object, String type) {
    JsonNode kept = object.path("extensions").path(Terms.EXTENSION);
    if (kept instanceof ObjectNode node) {
      return node.deepCopy();
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("@id", address(object)).put("@type", type);
    node.put("ceterms:ctid", "ce-" + object.path("identifier").asText());
    node.putArray("ceasn:inLanguage").add(object.path("language").asText(language));
    return node.put("ceasn:dateModified", object.path("lastChangeDateTime").asText());
  }

  private static void put(List<Pair> pairs, JsonNode object, ObjectNode node, String language) {
    String read = Terms.language(node, language);
    for (Pair pair : pairs) {
      JsonNode value = object.path(pair.member());
      Optional<JsonNode> before = Terms.read(pair, node, read);
      if (value.isMissingNode()) {
        if (before.isPresent() && !pair.member().equals("language")) {
          node.remove(pair.property());
        }
      } else if (!before.equals(Optional.of(value))) {
        Terms.write(pair, value, node, language);
      }
    }
  }

  /** Links that say the same as before, in whatever form, stay as they were. */
  private void putLinks(ObjectNode object, ObjectNode node) {
    Set<String> properties =
        new LinkedHashSet<>(
            List.of(
                "ceasn:hasTopChild", "ceasn:hasChild", "ceasn:isTopChildOf", "ceasn:isChildOf"));
    properties.addAll(Terms.ALIGNMENTS.keySet());
    properties.add(Terms.PREREQUISITE);
    boolean kept = object.path("extensions").has(Terms.EXTENSION);
    List<Link> all = links.getOrDefault(object.path("identifier").asText(), List.of());
    for (String property : properties) {
      List<String> wanted =
          all.stream()
              .filter(link -> link.property().equals(property))
              .sorted(Comparator.comparingLong(Link::order))
              .map(Link::other)
              .distinct()
              .toList();
      List<String> before = Terms.texts(node.path(property), "");
      boolean same =
          property.startsWith("ceasn:has")
              ? before.equals(wanted)
              : Set.copyOf(before).equals(Set.copyOf(wanted));
      if (!same && !(kept && implied(property, before))) {
        node.remove(property);
        if (!wanted.isEmpty()) {
          ArrayNode list = node.putArray(property);
          wanted.forEach(list::add);
        }
      }
    }
  }

  /** Of a node that was kept, a link downwards may be left to the other node, as it was. */
  private static boolean implied(String property, List<String> before) {
    return before.isEmpty() && property.startsWith("ceasn:has");
  }
}
