package org.vellum.competency.framework.ctdlasn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What a document calls terms, as its own {@code @context} says (JSON-LD 1.1, section 4.1): by
 * prefixes and names of its own, a vocabulary, or other names of keywords. What stands at the
 * address of a context is not fetched: terms that are only explained there have their usual names.
 *
 * @param names what each name stands for
 * @param vocabulary what stands before names that nothing explains; empty if nothing does
 */
record LocalContext(Map<String, String> names, String vocabulary) {
  /** A name that is explained by a name that is explained by a name. */
  private static final int MOST_STEPS = 5;

  LocalContext {
    names = Map.copyOf(names);
  }

  static LocalContext of(JsonNode context) {
    Map<String, String> names = new HashMap<>();
    String vocabulary = "";
    for (JsonNode part : context.isArray() ? context : arrayOf(context)) {
      for (Map.Entry<String, JsonNode> entry : part.properties()) {
        JsonNode meaning =
            entry.getValue().isObject() ? entry.getValue().path("@id") : entry.getValue();
        if (entry.getKey().equals("@vocab")) {
          vocabulary = meaning.asText("");
        } else if (meaning.isTextual()) {
          names.put(entry.getKey(), meaning.textValue());
        }
      }
    }
    return new LocalContext(names, vocabulary);
  }

  /** What a name stands for: an address, a keyword, or the name if nothing explains it. */
  String meaning(String name) {
    String meaning = name;
    for (int step = 0; step < MOST_STEPS; step++) {
      String next = step(meaning);
      if (next.equals(meaning)) {
        break;
      }
      meaning = next;
    }
    boolean unexplained = meaning.equals(name) && name.matches("[^@:]+");
    return unexplained ? vocabulary + name : meaning;
  }

  private String step(String name) {
    String whole = names.get(name);
    if (whole != null) {
      return whole;
    }
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? null : names.get(name.substring(0, colon));
    return prefix == null || name.startsWith("//", colon + 1)
        ? name
        : prefix + name.substring(colon + 1);
  }

  /** A node in which keywords and terms have their usual names. */
  ObjectNode usual(ObjectNode node) {
    ObjectNode usual = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = Terms.prefixed(meaning(member.getKey()));
      usual.set(name, name.equals("@type") ? type(member.getValue()) : value(member.getValue()));
    }
    return usual;
  }

  private JsonNode type(JsonNode type) {
    JsonNode first = type.isArray() && type.size() == 1 ? type.get(0) : type;
    return first.isTextual()
        ? JsonNodeFactory.instance.textNode(Terms.prefixed(meaning(first.textValue())))
        : type;
  }

  /** Within a value only keywords may have other names: languages are no terms. */
  private JsonNode value(JsonNode value) {
    if (value instanceof ArrayNode array) {
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> values.add(value(element)));
      return values;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode renamed = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(member -> {
            String meaning = names.getOrDefault(member.getKey(), "");
            renamed.set(
                meaning.startsWith("@") ? meaning : member.getKey(), value(member.getValue()));
          });
      return renamed;
    }
    return value;
  }

  private static ArrayNode arrayOf(JsonNode one) {
    return JsonNodeFactory.instance.arrayNode().add(one);
  }
}
