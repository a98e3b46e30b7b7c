package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fits single values to the shapes that CASE 1.1 wants, leniently: a number where a text should be
 * is read as its digits. Empty where nothing can be made of the value.
 */
final class Values {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TRANSLATION = "isTranslationOf";
  private static final List<String> ASSOCIATION_TYPES =
      List.of(
          "isChildOf",
          "isPeerOf",
          "isPartOf",
          "exactMatchOf",
          "precedes",
          "isRelatedTo",
          "replacedBy",
          "exemplar",
          "hasSkillLevel",
          TRANSLATION);
  private static final Pattern EXTENSION = Pattern.compile("ext:[a-zA-Z0-9._-]+");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d)?");

  private Values() {}

  static JsonNode textNode(String text) {
    return NODES.textNode(text);
  }

  static Optional<JsonNode> text(JsonNode value) {
    if (value.isTextual()) {
      return Optional.of(value);
    }
    return value.isNumber() || value.isBoolean()
        ? Optional.of(textNode(value.asText()))
        : Optional.empty();
  }

  /** A list of texts; a single text is a list of one. */
  static Optional<JsonNode> texts(JsonNode value) {
    ArrayNode texts = NODES.arrayNode();
    if (!value.isArray()) {
      return text(value).map(texts::add);
    }
    value.forEach(element -> text(element).ifPresent(texts::add));
    return Optional.of(texts);
  }

  static Optional<JsonNode> objects(JsonNode value) {
    ArrayNode objects = NODES.arrayNode();
    if (value.isObject()) {
      return Optional.of(objects.add(value));
    }
    value.forEach(element -> {
      if (element.isObject()) {
        objects.add(element);
      }
    });
    return value.isArray() ? Optional.of(objects) : Optional.empty();
  }

  static Optional<JsonNode> identifier(JsonNode value) {
    return CaseIdentifier.parse(value.asText()).map(identifier -> textNode(identifier.toString()));
  }

  static Optional<JsonNode> date(JsonNode value) {
    return Times.date(value.asText()).map(Values::textNode);
  }

  static Optional<JsonNode> time(JsonNode value) {
    return Times.time(value.asText()).map(Values::textNode);
  }

  static Optional<JsonNode> number(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(value);
    }
    return value.isTextual() && NUMBER.matcher(value.textValue().strip()).matches()
        ? Optional.of(NODES.numberNode(new BigDecimal(value.textValue().strip())))
        : Optional.empty();
  }

  static Optional<JsonNode> wholeNumber(JsonNode value) {
    if (value.canConvertToLong() && value.isIntegralNumber()) {
      return Optional.of(value);
    }
    return number(value)
        .map(JsonNode::decimalValue)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(number -> NODES.numberNode(number.longValueExact()));
  }

  /** A type that CASE 1.1 names, or one that is marked as an extension of its own. */
  static Optional<JsonNode> associationType(JsonNode value) {
    String text = value.asText().strip();
    if (ASSOCIATION_TYPES.contains(text) || EXTENSION.matcher(text).matches()) {
      return Optional.of(textNode(text));
    }
    if (!value.isTextual() || text.isEmpty()) {
      return Optional.empty();
    }
    String meant = text.toLowerCase(Locale.ROOT).replace(" ", "");
    String named =
        ASSOCIATION_TYPES.stream()
            .filter(type -> type.toLowerCase(Locale.ROOT).equals(meant))
            .findFirst()
            .orElseGet(() -> "ext:" + text.replaceAll("[^a-zA-Z0-9._-]", "_"));
    return Optional.of(textNode(named));
  }

  /**
   * The type by which CASE 1.0 can say the most of what this one says. What 1.0 does not know is
   * read as isRelatedTo by whoever does not know better (CASE 1.1, implementation guide, section
   * 4.7).
   */
  static String associationTypeOf10(String type) {
    return type.startsWith("ext:") || type.equals(TRANSLATION) ? "isRelatedTo" : type;
  }

  /** The association types that a version names, in the standard's order. */
  static List<String> associationTypes(CaseVersion version) {
    return ASSOCIATION_TYPES.stream()
        .filter(type -> version == CaseVersion.V1_1 || !type.equals(TRANSLATION))
        .toList();
  }

  /** The official enumeration knows 1.1 only. */
  static Optional<JsonNode> caseVersion(JsonNode value) {
    return value.asText().equals("1.1") ? Optional.of(textNode("1.1")) : Optional.empty();
  }
}
