package org.vellum.competency.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One text for all ways of writing the same JSON value: members by name, numbers without trailing
 * zeros, no white space. For comparing within this service only.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The text. */
  public static String of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT ->
          node.properties().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case ARRAY ->
          StreamSupport.stream(node.spliterator(), false)
              .map(CanonicalJson::of)
              .collect(Collectors.joining(",", "[", "]"));
      case NUMBER -> node.decimalValue().stripTrailingZeros().toString();
      default -> node.toString();
    };
  }

  private static String quoted(String name) {
    return TextNode.valueOf(name).toString();
  }
}
