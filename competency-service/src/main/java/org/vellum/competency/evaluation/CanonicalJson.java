package org.vellum.competency.evaluation;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        members.sort(Map.Entry.comparingByKey());
        text.append('{');
        for (int i = 0; i < members.size(); i++) {
          text.append(i > 0 ? "," : "");
          quote(members.get(i).getKey(), text);
          text.append(':');
          write(members.get(i).getValue(), text);
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
    if (isPlain(value)) {
      text.append(value);
    } else {
      JsonStringEncoder.getInstance().quoteAsString(value, text);
    }
    text.append('"');
  }

  /** Whether nothing in it is escaped: the encoder would add it character by character. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
