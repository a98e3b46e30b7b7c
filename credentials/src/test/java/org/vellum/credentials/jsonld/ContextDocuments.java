package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Vellum's own tables as JSON-LD documents, for the implementations that it is compared with. */
public final class ContextDocuments {
  private ContextDocuments() {}

  /** Every known context by its address; what else is asked for does not exist. */
  public static ObjectNode all() {
    ObjectNode documents = JsonNodeFactory.instance.objectNode();
    Canonicalizer.contextDocuments().forEach(documents::set);
    return documents;
  }
}
