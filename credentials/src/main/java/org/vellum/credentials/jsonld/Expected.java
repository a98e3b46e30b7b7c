package org.vellum.credentials.jsonld;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.rdfc.Quad;

/**
 * What the walk saw and the quads must therefore hold: the second net under a processor that drops
 * silently. Each entry is a property and one of its values, with the place where it was seen.
 */
final class Expected {
  static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String FIRST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";

  private final Map<Statement, String> statements = new LinkedHashMap<>();

  private record Statement(String property, String value) {}

  void add(String property, String value, String place) {
    statements.putIfAbsent(new Statement(property, value), place);
  }

  void addListItem(String value, String place) {
    add(FIRST, value, place);
  }

  Optional<Refusal> firstMissingFrom(Set<Quad> quads) {
    Set<Statement> present = new HashSet<>();
    for (Quad quad : quads) {
      present.add(new Statement(quad.predicate(), quad.object()));
    }
    return statements.entrySet().stream()
        .filter(entry -> !present.contains(entry.getKey()))
        .findFirst()
        .map(entry ->
            new Refusal(
                Refusal.Reason.UNSIGNED_DATA,
                "dropped",
                entry.getValue(),
                "this value would not be covered by a signature"));
  }
}
