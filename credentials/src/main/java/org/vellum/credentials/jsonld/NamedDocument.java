package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.credentials.rdfc.Quad;

/**
 * A document in which every object has a name for the time being, so that the statements of a part
 * of it can be found again among the statements of the whole (VC-DI-ECDSA, sections 3.4.6 and
 * following: skolemisation).
 *
 * <p>The names are written into the document as it stands; the standard expands it, names, and
 * compacts it again. The statements are the same, and pointers keep their meaning also where
 * compaction would write an array of one as its item, or a credential within as a graph.
 */
public final class NamedDocument {
  private static final String NAME = "urn:vellum-node:";
  private static final String FIRST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
  private static final String REST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";

  private final TitaniumQuads quads = new TitaniumQuads(Contexts.standard());
  private final List<String> originals = new ArrayList<>();
  private final ObjectNode document;

  /**
   * Names the objects of a copy of a document.
   *
   * @throws IllegalArgumentException if the document already uses such names, or labels of blank
   *     nodes
   */
  public NamedDocument(ObjectNode original) {
    this.document = original.deepCopy();
    name(document);
  }

  /** The document with its names. */
  public ObjectNode document() {
    return document;
  }

  /**
   * The statements of the named document or of a part of it. Objects without an id are blank nodes,
   * the same in every part.
   *
   * @throws IllegalArgumentException if the part is not well-formed JSON-LD
   */
  public Set<Quad> statements(ObjectNode part) {
    Set<Quad> named;
    try {
      named = quads.of(part);
    } catch (ProcessingFailed e) {
      throw new IllegalArgumentException("the JSON-LD is not well-formed: " + e.getMessage(), e);
    }
    Map<String, String> labels = graphs(named);
    lists(named, labels);
    Set<Quad> statements = new LinkedHashSet<>();
    for (Quad quad : named) {
      boolean literal = quad.datatype() != null || quad.language() != null;
      String graph = quad.graph();
      statements.add(
          new Quad(
              original(quad.subject(), labels),
              quad.predicate(),
              literal ? quad.object() : original(quad.object(), labels),
              quad.datatype(),
              quad.language(),
              graph == null ? null : original(graph, labels)));
    }
    return statements;
  }

  private void name(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String member = object.has("@id") ? "@id" : "id";
      String id = object.path(member).asText("");
      if (id.startsWith("_:")) {
        throw new IllegalArgumentException("an id that is a label: " + id);
      }
      object.properties().stream()
          .filter(entry -> !entry.getKey().equals("@context"))
          .forEach(entry -> requireNoName(entry.getValue()));
      int number = originals.size();
      originals.add(id.isEmpty() ? "_:n" + number : id);
      object.properties().stream()
          .filter(entry -> !entry.getKey().equals("@context"))
          .forEach(entry -> name(entry.getValue()));
      if (!object.has("@value")) {
        object.put(member, NAME + number);
      }
    }
    if (node.isArray()) {
      node.forEach(item -> {
        requireNoName(item);
        name(item);
      });
    }
  }

  private static void requireNoName(JsonNode value) {
    if (value.asText("").startsWith(NAME)) {
      throw new IllegalArgumentException("a text that looks like a name given here");
    }
  }

  /** A graph without a name of its own is named after its root, which was named first of all. */
  private static Map<String, String> graphs(Set<Quad> named) {
    Map<String, Integer> roots = new HashMap<>();
    for (Quad quad : named) {
      String graph = quad.graph();
      if (graph != null && graph.startsWith("_:") && quad.subject().startsWith(NAME)) {
        roots.merge(graph, number(quad.subject()), Math::min);
      }
    }
    Map<String, String> labels = new HashMap<>();
    roots.forEach((graph, root) -> labels.put(graph, "_:g" + root));
    return labels;
  }

  /** The cells of a list are named after who has the list, and under what. */
  private static void lists(Set<Quad> named, Map<String, String> labels) {
    Map<String, String> rest = new HashMap<>();
    named.stream()
        .filter(quad -> quad.predicate().equals(REST))
        .forEach(quad -> rest.put(quad.subject(), quad.object()));
    for (Quad quad : named) {
      boolean inside = quad.predicate().equals(REST) || quad.predicate().equals(FIRST);
      String cell = quad.object();
      for (int i = 0; !inside && rest.containsKey(cell) && !labels.containsKey(cell); i++) {
        String owner =
            number(quad.subject()) + "x" + Integer.toHexString(quad.predicate().hashCode());
        labels.put(cell, "_:l" + owner + "x" + i);
        cell = rest.getOrDefault(cell, "");
      }
    }
  }

  private static int number(String name) {
    return name.startsWith(NAME) ? Integer.parseInt(name.substring(NAME.length())) : -1;
  }

  private String original(String node, Map<String, String> labels) {
    return node.startsWith(NAME) ? originals.get(number(node)) : labels.getOrDefault(node, node);
  }
}
