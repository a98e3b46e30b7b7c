package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import org.vellum.credentials.json.Pointer;

/** Reads the {@code @context} members of a document: names of known contexts, and nothing else. */
final class LocalContexts {
  private static final int MOST = 10;

  private final Contexts contexts;
  private final Refusals refusals;

  LocalContexts(Contexts contexts, Refusals refusals) {
    this.contexts = contexts;
    this.refusals = refusals;
  }

  ActiveContext over(ActiveContext active, JsonNode local, Pointer place) {
    if (!local.isArray()) {
      return one(active, local, place);
    }
    if (local.size() > MOST) {
      refusals.notSupported("too-many-contexts", place.toString(), "more than " + MOST);
      return active;
    }
    ActiveContext result = active;
    for (int i = 0; i < local.size(); i++) {
      result = one(result, local.get(i), place.child(i));
    }
    return result;
  }

  private ActiveContext one(ActiveContext active, JsonNode context, Pointer place) {
    if (!context.isTextual()) {
      refusals.notSupported(
          "inline-context", place.toString(), "contexts written into a document are not processed");
      return active;
    }
    return contexts
        .find(context.textValue())
        .map(active::with)
        .orElseGet(() -> {
          refusals.notSupported(
              "unknown-context", place.toString(), "unknown context: " + context.textValue());
          return active;
        });
  }
}
