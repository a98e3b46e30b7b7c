package org.vellum.credentials.rdfc;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement of an RDF dataset. IRIs are bare, blank nodes start with {@code _:}.
 *
 * @param datatype the IRI of the object's datatype if the object is a literal, else null
 * @param language the language tag of the object if it is a language-tagged literal, else null
 * @param graph the name of its graph, null for the default graph
 */
public record Quad(
    String subject,
    String predicate,
    String object,
    @Nullable String datatype,
    @Nullable String language,
    @Nullable String graph) {
  private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

  static boolean isBlank(@Nullable String node) {
    return node != null && node.startsWith("_:");
  }

  boolean isLiteral() {
    return datatype != null || language != null;
  }

  boolean hasBlankObject() {
    return !isLiteral() && isBlank(object);
  }

  /** The blank nodes at subject, object and graph name, in this order. */
  Stream<String> blankNodes() {
    return Stream.of(
            isBlank(subject) ? subject : "", hasBlankObject() ? object : "", graphIfBlank())
        .filter(node -> !node.isEmpty())
        .distinct();
  }

  private String graphIfBlank() {
    return graph != null && isBlank(graph) ? graph : "";
  }

  /** The line in canonical N-Quads (RDFC-1.0, section 5), with blank nodes renamed. */
  public String line(UnaryOperator<String> blank) {
    StringBuilder line = new StringBuilder(128);
    node(line, subject, blank);
    line.append('<').append(predicate).append("> ");
    if (isLiteral()) {
      literal(line);
    } else {
      node(line, object, blank);
    }
    if (graph != null) {
      node(line, graph, blank);
    }
    return line.append(".\n").toString();
  }

  private static void node(StringBuilder line, String node, UnaryOperator<String> blank) {
    if (isBlank(node)) {
      line.append(blank.apply(node)).append(' ');
    } else {
      line.append('<').append(node).append("> ");
    }
  }

  private void literal(StringBuilder line) {
    line.append('"');
    escape(line, object);
    line.append('"');
    if (language != null) {
      line.append('@').append(language);
    } else if (!XSD_STRING.equals(datatype)) {
      line.append("^^<").append(datatype).append('>');
    }
    line.append(' ');
  }

  private static void escape(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\b' -> line.append("\\b");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\f' -> line.append("\\f");
        case '\r' -> line.append("\\r");
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        default -> {
          if (c < 0x20 || c == 0x7f) {
            line.append(String.format("\\u%04X", (int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
  }
}
