package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A context as a table of terms, from which both the walk and the JSON-LD document are made.
 *
 * @param terms the terms in the order of the table
 * @param isProtected whether later contexts may not redefine them (JSON-LD 1.1, section 4.1.11)
 * @param vocabulary the IRI that stands before undefined terms, if any
 * @param versioned whether it announces JSON-LD 1.1 (section 4.1.1), which is assumed anyway
 */
record TermTable(
    Map<String, Term> terms, boolean isProtected, @Nullable String vocabulary, boolean versioned) {
  private static final double VERSION = 1.1;

  TermTable {
    terms = Collections.unmodifiableMap(terms);
  }

  /** The value of {@code @context} that says the same. */
  ObjectNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (versioned) {
      node.put("@version", VERSION);
    }
    if (isProtected) {
      node.put("@protected", true);
    }
    if (vocabulary != null) {
      node.put("@vocab", vocabulary);
    }
    terms.forEach((name, term) -> node.set(name, term.toJson()));
    return node;
  }
}
