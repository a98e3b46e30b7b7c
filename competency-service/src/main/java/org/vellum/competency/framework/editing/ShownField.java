package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vellum.competency.framework.editing.Field.Kind;

/**
 * A member as a form shows it.
 *
 * @param field what it is
 * @param text what stands in it
 * @param options what can be chosen, title by identifier
 * @param chosen identifiers of what is chosen
 */
record ShownField(Field field, String text, Map<String, String> options, List<String> chosen) {

  /**
   * The members of an object.
   *
   * @param choices what can be linked to, title by identifier, by collection
   */
  static List<ShownField> of(
      List<Field> fields, JsonNode object, Function<String, Map<String, String>> choices) {
    return fields.stream().map(field -> shown(field, object.path(field.name()), choices)).toList();
  }

  private static ShownField shown(
      Field field, JsonNode value, Function<String, Map<String, String>> choices) {
    return switch (field.kind()) {
      case LINK, LINKS -> {
        Map<String, String> options = new LinkedHashMap<>(choices.apply(field.collection()));
        List<String> chosen = new ArrayList<>();
        for (JsonNode link : value.isArray() ? value : List.of(value)) {
          String identifier = link.path("identifier").asText();
          if (!identifier.isEmpty()) {
            options.putIfAbsent(identifier, link.path("title").asText());
            chosen.add(identifier);
          }
        }
        yield new ShownField(field, "", options, chosen);
      }
      case LIST -> {
        List<String> lines = new ArrayList<>();
        value.forEach(element -> lines.add(element.asText()));
        yield new ShownField(field, String.join("\n", lines), Map.of(), List.of());
      }
      case JSON ->
          new ShownField(
              field, value.isObject() ? value.toPrettyString() : "", Map.of(), List.of());
      case ITEM -> new ShownField(field, value.path("identifier").asText(), Map.of(), List.of());
      default -> new ShownField(field, value.asText(), Map.of(), List.of());
    };
  }

  /** Whether the member is written in several lines. */
  public boolean isLong() {
    return field.kind() == Kind.TEXT || field.kind() == Kind.LIST || field.kind() == Kind.JSON;
  }

  /** What stands in it, as a person would compare it. */
  String read() {
    return options.isEmpty() ? text : String.join(", ", chosen.stream().map(this::title).toList());
  }

  private String title(String identifier) {
    return options.getOrDefault(identifier, identifier);
  }
}
