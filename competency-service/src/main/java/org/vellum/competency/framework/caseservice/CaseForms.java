package org.vellum.competency.framework.caseservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Served;
import org.vellum.platform.json.Json;

/**
 * The forms of objects that stand alone. They differ from those inside a package by the link to
 * what surrounds them (CASE 1.1: CFDocument, CFItem and CFAssociation against CFPckgDocument,
 * CFPckgItem and CFPckgAssociation).
 */
final class CaseForms {
  private CaseForms() {}

  static ObjectNode document(Framework framework) {
    ObjectNode document = read(framework.document());
    document.set(
        "CFPackageURI", link(framework.title(), framework.identifier(), framework.packageUri()));
    return document;
  }

  /** A CFItem or a CFAssociation. */
  static ObjectNode withDocument(Served served) {
    Framework framework = served.framework();
    ObjectNode object = read(served.json());
    object.set("CFDocumentURI", link(framework.title(), framework.identifier(), framework.uri()));
    return object;
  }

  static ObjectNode read(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }

  private static ObjectNode link(String title, UUID identifier, String uri) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("identifier", identifier.toString())
        .put("uri", uri);
  }
}
