package org.vellum.competency.evaluation;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * One text for all ways of writing the same JSON value: members by name, numbers without trailing
 * zeros, no white space. For comparing within this service only.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The text. */
  public static String of(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        Iterator<Map.Entry<String, JsonNode>> members =
            node.properties().stream().sorted(Map.Entry.comparingByKey()).iterator();
        text.append('{');
        while (members.hasNext()) {
          Map.Entry<String, JsonNode> member = members.next();
          quote(member.getKey(), text);
          text.append(':');
          write(member.getValue(), text);
          text.append(members.hasNext() ? "," : "");
        }
        text.append('}');
      }
      case ARRAY -> {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
          text.append(i > 0 ? "," : "");
          write(node.get(i), text);
        }
        text.append(']');
      }
      case NUMBER -> text.append(node.decimalValue().stripTrailingZeros());
      case STRING -> quote(node.textValue(), text);
      default -> text.append(node);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(value, text);
    text.append('"');
  }
}
