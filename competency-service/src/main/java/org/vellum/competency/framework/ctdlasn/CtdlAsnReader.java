package org.vellum.competency.framework.ctdlasn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.casepackage.CaseIdentifier;

/**
 * Makes a CASE package of a CTDL-ASN graph. Identifiers follow from those of the nodes, so that the
 * same graph makes the same package again.
 */
final class CtdlAsnReader {
  private static final Map<String, String> STATUS =
      Map.of("draft", "Draft", "published", "Implemented", "deprecated", "Retired");

  private final Instant now;
  private final ObjectNode whole = JsonNodeFactory.instance.objectNode();
  private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> orders = new HashMap<>();
  private final Set<String> associated = new LinkedHashSet<>();
  private String changed = "";
  private String language = "";
  private String framework = "";

  private CtdlAsnReader(Instant now) {
    this.now = now;
  }

  /**
   * Reads a graph.
   *
   * @param document a JSON-LD document: a node, or a {@code @graph} of nodes
   * @param now the time of the import, where the graph states none
   * @return a CFPackage, not judged yet; empty if the document holds no competency framework
   */
  static Optional<ObjectNode> read(JsonNode document, Instant now) {
    return new CtdlAsnReader(now).made(document);
  }

  private Optional<ObjectNode> made(JsonNode document) {
    List<JsonNode> graph = new ArrayList<>();
    LocalContext context = LocalContext.of(document.path("@context"));
    Optional<JsonNode> several =
        document.properties().stream()
            .filter(member -> context.meaning(member.getKey()).equals("@graph"))
            .map(Map.Entry::getValue)
            .filter(JsonNode::isArray)
            .findFirst();
    if (several.isPresent()) {
      several.get().forEach(graph::add);
    } else {
      graph.add(document);
    }
    ArrayNode others = JsonNodeFactory.instance.arrayNode();
    Optional<ObjectNode> head = Optional.empty();
    for (JsonNode each : graph) {
      ObjectNode node =
          each instanceof ObjectNode object
              ? context.usual(object)
              : JsonNodeFactory.instance.objectNode();
      String type = node.path("@type").asText();
      if (type.equals(Terms.FRAMEWORK) && head.isEmpty()) {
        head = Optional.of(node);
      } else if (type.equals(Terms.COMPETENCY)) {
        nodes.put(name(node), node);
      } else {
        others.add(each);
      }
    }
    head.ifPresent(node -> make(node, document, others));
    return head.map(node -> whole);
  }

  private static String name(JsonNode node) {
    return node.path("@id").asText(node.path("ceterms:ctid").asText());
  }

  private void make(ObjectNode head, JsonNode document, ArrayNode others) {
    framework = name(head);
    language = Terms.language(head, "");
    changed = changed(head).orElse(now.toString());
    putDocument(head);
    ArrayNode items = whole.putArray("CFItems");
    whole.putArray("CFAssociations");
    order(framework, head.path("ceasn:hasTopChild"));
    nodes.forEach((name, node) -> order(name, node.path("ceasn:hasChild")));
    nodes.values().forEach(node -> items.add(item(node)));
    nodes.forEach(this::associate);
    orders.forEach((parent, children) ->
        children.keySet().stream()
            .filter(nodes::containsKey)
            .forEach(child -> associate(child, "isChildOf", parent)));
    ObjectNode kept = whole.putObject("extensions").putObject(Terms.EXTENSION);
    document
        .properties()
        .forEach(member -> {
          if (!member.getKey().equals("@graph") && document.has("@graph")) {
            kept.set(member.getKey(), member.getValue());
          }
        });
    if (!others.isEmpty()) {
      kept.set("others", others);
    }
  }

  private void order(String parent, JsonNode children) {
    Map<String, Integer> order = new LinkedHashMap<>();
    for (String child : Terms.texts(children, "")) {
      order.putIfAbsent(child, order.size() + 1);
    }
    orders.put(parent, order);
  }

  private void putDocument(ObjectNode head) {
    ObjectNode document = begun(whole.putObject("CFDocument"), head);
    Terms.OF_FRAMEWORK.forEach(pair ->
        Terms.read(pair, head, language).ifPresent(value -> document.set(pair.member(), value)));
    document.put("creator", creator(head));
    String status =
        Terms.texts(head.path("ceasn:publicationStatusType"), "").stream().findFirst().orElse("");
    String word = status.substring(status.lastIndexOf('/') + 1);
    if (!word.isEmpty()) {
      document.put("adoptionStatus", STATUS.getOrDefault(word.toLowerCase(Locale.ROOT), word));
    }
    Terms.texts(head.path("ceasn:license"), "").stream()
        .findFirst()
        .ifPresent(license -> document.set("licenseURI", license(license)));
    keep(document, head);
  }

  private static String creator(JsonNode head) {
    for (String property : List.of("ceasn:publisherName", "ceasn:creator", "ceasn:publisher")) {
      List<String> texts = Terms.texts(head.path(property), "");
      if (!texts.isEmpty()) {
        return String.join(", ", texts);
      }
    }
    return "not stated";
  }

  /** CASE links to a license by an identifier, so its address gets a CFLicense. */
  private ObjectNode license(String address) {
    String identifier = derived(address).toString();
    ObjectNode license = whole.withObject("/CFDefinitions").withArray("/CFLicenses").addObject();
    license.put("identifier", identifier).put("uri", address).put("title", address);
    license.put("licenseText", address).put("lastChangeDateTime", changed);
    ObjectNode link = JsonNodeFactory.instance.objectNode();
    return link.put("title", address).put("identifier", identifier).put("uri", address);
  }

  private ObjectNode item(ObjectNode node) {
    ObjectNode item = begun(JsonNodeFactory.instance.objectNode(), node);
    Terms.OF_COMPETENCY.forEach(pair ->
        Terms.read(pair, node, Terms.language(node, language))
            .ifPresent(value -> item.set(pair.member(), value)));
    keep(item, node);
    return item;
  }

  private ObjectNode begun(ObjectNode object, JsonNode node) {
    object.put("identifier", identifier(node).toString());
    String address = node.path("@id").asText();
    if (address.startsWith("http")) {
      object.put("uri", address);
    }
    return object.put("lastChangeDateTime", changed(node).orElse(changed));
  }

  private static void keep(ObjectNode object, ObjectNode node) {
    object.putObject("extensions").set(Terms.EXTENSION, node);
  }

  private static Optional<String> changed(JsonNode node) {
    for (String property : List.of("ceasn:dateModified", "ceasn:dateCreated")) {
      String date = node.path(property).asText();
      if (!date.isEmpty()) {
        return Optional.of(date.length() == 10 ? date + "T00:00:00Z" : date);
      }
    }
    return Optional.empty();
  }

  private void associate(String name, ObjectNode node) {
    Terms.texts(node.path("ceasn:isChildOf"), "")
        .forEach(parent -> associate(name, "isChildOf", parent));
    Terms.texts(node.path("ceasn:isTopChildOf"), "")
        .forEach(parent -> associate(name, "isChildOf", parent));
    Terms.ALIGNMENTS.forEach((property, type) ->
        Terms.texts(node.path(property), "").forEach(other -> associate(name, type, other)));
    Terms.texts(node.path(Terms.PREREQUISITE), "")
        .forEach(earlier -> associate(earlier, "precedes", name));
  }

  private void associate(String origin, String type, String destination) {
    if (!associated.add(origin + " " + type + " " + destination)) {
      return;
    }
    ObjectNode association = ((ArrayNode) whole.path("CFAssociations")).addObject();
    association.put("identifier", derived(origin + " " + type + " " + destination).toString());
    association.put("associationType", type);
    Integer place = orders.getOrDefault(destination, Map.of()).get(origin);
    if (type.equals("isChildOf") && place != null) {
      association.put("sequenceNumber", place);
    }
    association.set("originNodeURI", link(origin));
    association.set("destinationNodeURI", link(destination));
    association.put("lastChangeDateTime", changed);
  }

  private ObjectNode link(String name) {
    ObjectNode link = JsonNodeFactory.instance.objectNode();
    ObjectNode node = nodes.get(name);
    if (node != null) {
      String text =
          Terms.texts(node.path("ceasn:competencyText"), language).stream()
              .findFirst()
              .orElse(name);
      link.put("title", text.length() > 100 ? text.substring(0, 100) : text);
      link.put("identifier", identifier(node).toString());
    } else if (name.equals(framework)) {
      link.put("title", whole.path("CFDocument").path("title").asText(name));
      link.set("identifier", whole.path("CFDocument").path("identifier"));
    } else {
      link.put("title", name).put("identifier", identifier(name).toString());
    }
    return link.put("uri", name);
  }

  private static UUID identifier(JsonNode node) {
    String ctid = node.path("ceterms:ctid").asText();
    return identifier(ctid.isEmpty() ? node.path("@id").asText() : ctid);
  }

  /** A CTID is {@code ce-} and a UUID, mostly one that CASE allows. */
  private static UUID identifier(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return CaseIdentifier.parse(last.startsWith("ce-") ? last.substring(3) : last)
        .orElseGet(() -> derived(name));
  }

  private static UUID derived(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
