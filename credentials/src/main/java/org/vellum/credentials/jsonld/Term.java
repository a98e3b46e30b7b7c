package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One term of a context (JSON-LD 1.1, section 9.15.1 Expanded term definition).
 *
 * @param iri what it stands for: an IRI, a keyword, or another term
 * @param simple whether the context writes it as a bare string; such a term may serve as a prefix
 * @param coercion the datatype of its values, {@code @id}, {@code @vocab} or {@code @json}
 * @param container {@code set}, {@code list} or {@code graph}
 * @param scoped the context that holds inside its values, or for objects of this type
 * @param reset whether its values forget the surrounding context (a scoped context of null)
 */
record Term(
    String iri,
    boolean simple,
    @Nullable String coercion,
    @Nullable String container,
    @Nullable TermTable scoped,
    boolean reset) {

  /** The same term for another IRI, which is what its own comes to where it is defined. */
  Term standingFor(String another) {
    return another.equals(iri)
        ? this
        : new Term(another, simple, coercion, container, scoped, reset);
  }

  boolean isKeyword() {
    return iri.startsWith("@");
  }

  /** Whether it may stand before a colon (JSON-LD 1.1 API, section 4.2.2, step 14.2.5). */
  boolean isPrefix() {
    return simple && ":/?#[]@".indexOf(iri.charAt(iri.length() - 1)) >= 0;
  }

  /** Whether plain strings in its values are references and not literals. */
  boolean isReference() {
    return "@id".equals(coercion) || "@vocab".equals(coercion);
  }

  boolean isJson() {
    return "@json".equals(coercion);
  }

  JsonNode toJson() {
    if (simple) {
      return JsonNodeFactory.instance.textNode(iri);
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("@id", iri);
    if (coercion != null) {
      node.put("@type", coercion);
    }
    if (container != null) {
      node.put("@container", "@" + container);
    }
    if (reset) {
      node.putNull("@context");
    } else if (scoped != null) {
      node.set("@context", scoped.toJson());
    }
    return node;
  }
}
