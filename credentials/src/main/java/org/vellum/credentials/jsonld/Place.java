package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: the context around it and the property that it belongs to.
 *
 * @param active the context of the object that holds the property
 * @param term the definition of the property, null if it is written as an IRI
 * @param property the IRI of the property
 */
record Place(ActiveContext active, @Nullable Term term, String property) {

  boolean isJson() {
    return term != null && term.isJson();
  }

  boolean isList() {
    return term != null && "list".equals(term.container());
  }

  boolean isGraph() {
    return term != null && "graph".equals(term.container());
  }

  /**
   * Whether a value would become a graph without a statement (JSON-LD 1.1, section 4.9): one that
   * only names something. The name would be lost.
   */
  boolean isEmptyGraph(JsonNode value) {
    return isGraph()
        && value.properties().stream()
            .map(Map.Entry::getKey)
            .allMatch(key -> key.equals("@context") || isNoStatement(key));
  }

  private boolean isNoStatement(String key) {
    return active.keyword(key).filter(keyword -> !keyword.equals("@type")).isPresent();
  }

  /**
   * How a string is signed here: itself, or the IRI that it refers to; empty if it would be lost.
   */
  Optional<String> signedAs(String text) {
    if (term == null || !term.isReference()) {
      return Optional.of(text);
    }
    ActiveContext inside = term.scoped() == null ? active : active.with(term.scoped());
    return "@vocab".equals(term.coercion())
        ? inside.vocabularyIri(text).filter(Iri::isAbsolute)
        : inside.referenceIri(text);
  }
}
