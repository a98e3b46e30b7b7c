package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vellum.competency.framework.editing.Field.Kind;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;

/** What a form says of an object, written into the object. */
final class Form {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  private final Map<String, List<String>> values;
  private final Links links;
  private final List<Finding> findings = new ArrayList<>();

  private Form(Map<String, List<String>> values, Links links) {
    this.values = values;
    this.links = links;
  }

  /** Knows to what a member can link. */
  @FunctionalInterface
  interface Links {
    /**
     * The link (CASE 1.1, LinkURI) to an object.
     *
     * @param collection where it stands
     * @param identifier its identifier, or for an item its code
     */
    Optional<ObjectNode> find(String collection, String identifier);
  }

  /**
   * What came of reading a form.
   *
   * @param object the object with what the form says
   * @param findings what could not be read, each an error
   */
  record Read(ObjectNode object, List<Finding> findings) {
    Read {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads a form.
   *
   * @param base the object from which the change starts; it is not changed
   * @param values what was sent, by the names of the members; a member that was not sent stays
   */
  static Read read(
      ObjectNode base, List<Field> fields, Map<String, List<String>> values, Links links) {
    Form form = new Form(values, links);
    ObjectNode object = base.deepCopy();
    for (Field field : fields) {
      if (values.containsKey(field.name())) {
        form.put(field, object);
      }
    }
    return new Read(object, form.findings);
  }

  private void put(Field field, ObjectNode object) {
    String text = first(field.name()).replace("\r\n", "\n").strip();
    if (text.isEmpty() && field.kind() != Kind.LINKS) {
      object.remove(field.name());
      return;
    }
    JsonNode before = object.path(field.name());
    Optional<JsonNode> value =
        switch (field.kind()) {
          case LINE, TEXT, DATE -> Optional.of(NODES.textNode(text));
          case LIST -> Optional.of(list(text));
          case NUMBER -> number(text);
          case LINK, ITEM -> link(field, before, text);
          case LINKS -> links(field, before);
          case JSON -> json(text);
        };
    value.ifPresentOrElse(
        known -> set(object, field, known),
        () ->
            findings.add(
                Finding.error("not-valid", "/" + field.name(), field.label() + ": " + why(field))));
  }

  private static void set(ObjectNode object, Field field, JsonNode value) {
    if (value.isArray() && value.isEmpty()) {
      object.remove(field.name());
    } else {
      object.set(field.name(), value);
    }
  }

  private static String why(Field field) {
    return switch (field.kind()) {
      case NUMBER -> "this is no number.";
      case JSON -> "this is no JSON object.";
      case ITEM -> "no single item of this framework has this code or identifier.";
      default -> "there is no such entry in this framework.";
    };
  }

  private String first(String name) {
    List<String> sent = values.getOrDefault(name, List.of());
    return sent.isEmpty() ? "" : sent.getFirst();
  }

  private static JsonNode list(String text) {
    ArrayNode list = NODES.arrayNode();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
    return list;
  }

  private static Optional<JsonNode> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(NODES.numberNode(new BigDecimal(text)))
        : Optional.empty();
  }

  private Optional<JsonNode> link(Field field, JsonNode before, String identifier) {
    if (before.path("identifier").asText().equals(identifier)) {
      return Optional.of(before);
    }
    return links.find(field.collection(), identifier).map(JsonNode.class::cast);
  }

  private Optional<JsonNode> links(Field field, JsonNode before) {
    ArrayNode chosen = NODES.arrayNode();
    for (String identifier : values.getOrDefault(field.name(), List.of())) {
      if (identifier.isEmpty()) {
        continue;
      }
      Optional<JsonNode> known = Optional.empty();
      for (JsonNode one : before) {
        if (one.path("identifier").asText().equals(identifier)) {
          known = Optional.of(one);
        }
      }
      Optional<JsonNode> link =
          known.or(() -> links.find(field.collection(), identifier).map(JsonNode.class::cast));
      if (link.isEmpty()) {
        return Optional.empty();
      }
      chosen.add(link.get());
    }
    return Optional.of(chosen);
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(Json.mapper().readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
