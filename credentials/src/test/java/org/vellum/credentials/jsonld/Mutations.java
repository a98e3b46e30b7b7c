package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vellum.credentials.Examples;

/** Credentials that were changed at random, the same ones for the same seed. */
final class Mutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> CONTEXTS =
      Contexts.standard().all().keySet().stream().sorted().toList();
  private static final List<JsonNode> VALUES = OddValues.all();

  private final Random random;
  private final List<ObjectNode> seeds = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  Mutations(long seed) {
    random = new Random(seed);
    ObjectNode badge = Examples.badge(1).build().toJson();
    ObjectNode signed = new Examples().signedBadge(2);
    seeds.add(badge);
    seeds.add(signed);
    seeds.add(Examples.record(List.of(badge, badge.deepCopy())).build().toJson());
    seeds.addAll(SmallDocuments.all(signed));
    Contexts.standard().all().values().forEach(this::collectTerms);
    seeds.forEach(this::collectNames);
    names.addAll(
        List.of("@id", "@type", "@context", "@list", "@set", "@value", "@graph", "@reverse"));
    names.addAll(OddValues.names());
  }

  private void collectTerms(TermTable table) {
    table
        .terms()
        .forEach((name, term) -> {
          (Character.isUpperCase(name.charAt(0)) ? types : names).add(name);
          if (term.scoped() != null) {
            collectTerms(term.scoped());
          }
        });
  }

  /** Names that are used are drawn more often than others. */
  private void collectNames(JsonNode node) {
    for (int i = 0; i < 8; i++) {
      node.properties().forEach(member -> names.add(member.getKey()));
    }
    node.forEach(this::collectNames);
  }

  ObjectNode next() {
    ObjectNode document = any(seeds).deepCopy();
    int changes = 1 + random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      change(document);
    }
    return document;
  }

  private void change(ObjectNode document) {
    List<JsonNode> places = new ArrayList<>();
    containers(document, places);
    JsonNode place = any(places);
    if (place instanceof ObjectNode object) {
      inObject(object, places);
    } else if (place instanceof ArrayNode array) {
      inArray(array, places);
    }
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  private void inObject(ObjectNode object, List<JsonNode> places) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    String key = keys.isEmpty() || random.nextInt(4) == 0 ? any(names) : any(keys);
    switch (random.nextInt(14)) {
      case 0 -> object.remove(key);
      case 1 -> object.set(key, value());
      case 2 -> object.set(key, any(places).deepCopy());
      case 3 -> several(object, key, value());
      case 4 -> object.remove("id");
      case 5 -> object.put("id", any(OddValues.names()));
      case 6 -> object.set(any(names), copy(object.get(key)));
      case 7 -> rename(object, key, any(names));
      case 8 -> several(object, key, copy(object.get(key)));
      case 9 -> several(object, "type", JSON.textNode(any(types)));
      case 10 -> several(object, "type", JSON.textNode(any(OddValues.names())));
      case 11 -> object.set("@context", contexts());
      case 12 -> reverse(object);
      default -> object.set(key.startsWith("@") ? key : "name", value());
    }
  }

  /** Makes an array of what is there, and adds one. */
  private static void several(ObjectNode object, String key, JsonNode one) {
    JsonNode present = object.get(key);
    ArrayNode array = JSON.arrayNode();
    if (present != null && present.isArray()) {
      array.addAll((ArrayNode) present);
    } else if (present != null) {
      array.add(present);
    }
    object.set(key, array.add(one));
  }

  private JsonNode copy(JsonNode value) {
    return value == null ? value() : value.deepCopy();
  }

  private static void rename(ObjectNode object, String from, String to) {
    JsonNode value = object.remove(from);
    if (value != null) {
      object.set(to, value);
    }
  }

  private static void reverse(ObjectNode object) {
    var members = object.propertyStream().toList();
    object.removeAll();
    members.reversed().forEach(member -> object.set(member.getKey(), member.getValue()));
  }

  private void inArray(ArrayNode array, List<JsonNode> places) {
    switch (random.nextInt(8)) {
      case 0 -> array.removeAll();
      case 1 -> array.add(value());
      case 2 -> array.add(any(places).deepCopy());
      case 3 -> {
        if (!array.isEmpty()) {
          array.add(array.get(random.nextInt(array.size())).deepCopy());
        }
      }
      case 4 -> {
        if (!array.isEmpty()) {
          array.insert(0, array.remove(array.size() - 1));
        }
      }
      case 5 -> array.add(any(types));
      case 6 -> array.insert(random.nextInt(array.size() + 1), any(CONTEXTS));
      default -> array.add(any(CONTEXTS));
    }
  }

  private JsonNode contexts() {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.textNode("https://example.org/unknown");
      case 1 -> JSON.objectNode().put(any(names), "https://example.org/own");
      case 2 -> JSON.objectNode().put("@vocab", "https://example.org/");
      case 3 -> JSON.nullNode();
      case 4 -> JSON.textNode(any(CONTEXTS));
      default -> JSON.arrayNode().add(any(CONTEXTS)).add(any(CONTEXTS)).add(any(CONTEXTS));
    };
  }

  private JsonNode value() {
    return any(VALUES).deepCopy();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
