package org.vellum.competency.lti.deeplinking;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.lti.LtiTool;

/**
 * A link to content that was chosen (Deep Linking 2.0, section 3.2, {@code ltiResourceLink}).
 *
 * @param title what people call it; the tool's name if it has none
 * @param text what it is about
 * @param url where it leads; where the tool leads if it does not say
 * @param custom parameters of its own
 * @param lineItem what is scored, if it is
 */
record ContentItem(
    String title,
    Optional<String> text,
    String url,
    Map<String, String> custom,
    Optional<Scored> lineItem) {
  private static final int LONGEST_TITLE = 255;
  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_CUSTOM = 50;
  private static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);

  ContentItem {
    custom = Map.copyOf(custom);
  }

  /** What is scored (section 3.2.4, {@code lineItem}). */
  record Scored(
      Optional<String> label,
      BigDecimal scoreMaximum,
      Optional<String> resourceId,
      Optional<String> tag) {}

  /** Reads an item; empty if it is none that leads to the tool. */
  static Optional<ContentItem> read(JsonNode item, LtiTool tool) {
    String url = text(item, "url", LONGEST_TEXT).orElse(tool.targetLinkUri());
    if (!LtiTool.isAddress(url) || !custom(item).map(each -> true).orElse(false)) {
      return Optional.empty();
    }
    JsonNode scored = item.path("lineItem");
    Optional<Scored> lineItem = scored.isObject() ? scored(scored) : Optional.empty();
    if (scored.isObject() && lineItem.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ContentItem(
            text(item, "title", LONGEST_TITLE).orElse(tool.name()),
            text(item, "text", LONGEST_TEXT),
            url,
            custom(item).orElseThrow(),
            lineItem));
  }

  private static Optional<Scored> scored(JsonNode lineItem) {
    JsonNode maximum = lineItem.path("scoreMaximum");
    boolean fits =
        maximum.isNumber()
            && maximum.decimalValue().signum() > 0
            && maximum.decimalValue().compareTo(LARGEST) <= 0
            && maximum.decimalValue().scale() <= 20;
    return fits
        ? Optional.of(
            new Scored(
                text(lineItem, "label", LONGEST_TITLE),
                maximum.decimalValue(),
                text(lineItem, "resourceId", LONGEST_TITLE),
                text(lineItem, "tag", LONGEST_TITLE)))
        : Optional.empty();
  }

  private static Optional<Map<String, String>> custom(JsonNode item) {
    Map<String, String> custom = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : item.path("custom").properties()) {
      String value = each.getValue().asText();
      if (each.getKey().length() > LONGEST_TITLE || value.length() > LONGEST_TEXT) {
        return Optional.empty();
      }
      custom.put(each.getKey(), value);
    }
    return custom.size() > MOST_CUSTOM ? Optional.empty() : Optional.of(custom);
  }

  private static Optional<String> text(JsonNode item, String name, int longest) {
    return Optional.of(item.path(name))
        .filter(JsonNode::isTextual)
        .map(node -> node.textValue().strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() > longest ? text.substring(0, longest) : text);
  }
}
