package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.vellum.credentials.json.Remark;
import org.vellum.credentials.json.Surplus;

/** What of a document is not in the model that was read from it, or there in another form. */
final class Unmodelled {
  /** The document's own matter, which is no part of the model. */
  private static final Set<String> FRAME = Set.of("@context", "proof");

  private Unmodelled() {}

  static List<Remark> in(ObjectNode document, ObjectNode model) {
    return Surplus.of(document, model, FRAME).stream()
        .map(place -> new Remark("not-in-model", place, "the model does not have it; the tree has"))
        .toList();
  }
}
