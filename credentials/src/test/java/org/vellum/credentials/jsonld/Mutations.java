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
  private static final List<JsonNode> SCALARS =
      List.of(
          JSON.textNode("plain"),
          JSON.textNode(""),
          JSON.textNode("quote \" back \\ line\n tab\t \u0001 \u007f é \ud83c\udf93"),
          JSON.textNode("https://other.example/a?b=c#d"),
          JSON.textNode("urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11"),
          JSON.textNode("https://university.example/achievements/1"),
          JSON.textNode("relative/path"),
          JSON.textNode("Achievement"),
          JSON.textNode("assertionMethod"),
          JSON.textNode("xsd:thing"),
          JSON.textNode("obi:thing"),
          JSON.numberNode(3),
          JSON.numberNode(-0.25),
          JSON.numberNode(new java.math.BigDecimal("123456.789")),
          JSON.numberNode(new java.math.BigDecimal("2.50")),
          JSON.numberNode(9007199254740991L),
          JSON.booleanNode(true),
          JSON.booleanNode(false),
          JSON.nullNode());

  private final Random random;
  private final List<ObjectNode> seeds = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Mutations(long seed) {
    random = new Random(seed);
    ObjectNode badge = Examples.badge(1).build().toJson();
    seeds.add(badge);
    seeds.add(new Examples().signedBadge(2));
    seeds.add(Examples.record(List.of(badge, badge.deepCopy())).build().toJson());
    seeds.forEach(this::collectNames);
    names.addAll(
        List.of("@id", "@type", "@context", "@list", "@set", "@value", "@graph", "honours"));
  }

  private void collectNames(JsonNode node) {
    node.properties().forEach(member -> names.add(member.getKey()));
    node.forEach(this::collectNames);
  }

  ObjectNode next() {
    ObjectNode document = seeds.get(random.nextInt(seeds.size())).deepCopy();
    int changes = 1 + random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      change(document);
    }
    return document;
  }

  private void change(ObjectNode document) {
    List<JsonNode> places = new ArrayList<>();
    containers(document, places);
    JsonNode place = places.get(random.nextInt(places.size()));
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
    String key =
        keys.isEmpty() || random.nextInt(4) == 0
            ? names.get(random.nextInt(names.size()))
            : keys.get(random.nextInt(keys.size()));
    switch (random.nextInt(6)) {
      case 0 -> object.remove(key);
      case 1 -> object.set(key, scalar());
      case 2 -> object.set(key, places.get(random.nextInt(places.size())).deepCopy());
      case 3 -> {
        JsonNode value = object.get(key);
        object.putArray(key).add(value == null ? scalar() : value).add(scalar());
      }
      case 4 -> object.remove("id");
      default -> object.set(key.startsWith("@") ? key : "name", scalar());
    }
  }

  private void inArray(ArrayNode array, List<JsonNode> places) {
    switch (random.nextInt(5)) {
      case 0 -> array.removeAll();
      case 1 -> array.add(scalar());
      case 2 -> array.add(places.get(random.nextInt(places.size())).deepCopy());
      case 3 -> {
        if (!array.isEmpty()) {
          array.add(array.get(random.nextInt(array.size())).deepCopy());
        }
      }
      default -> array.add(CONTEXTS.get(random.nextInt(CONTEXTS.size())));
    }
  }

  private JsonNode scalar() {
    return SCALARS.get(random.nextInt(SCALARS.size()));
  }
}
