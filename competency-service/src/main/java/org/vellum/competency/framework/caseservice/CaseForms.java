package org.vellum.competency.framework.caseservice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Served;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;

/**
 * Objects as they stand alone. They differ from those inside a package by the link to what
 * surrounds them (CASE 1.1: CFDocument, CFItem and CFAssociation against CFPckgDocument, CFPckgItem
 * and CFPckgAssociation).
 *
 * @param form the form in which they are served
 */
record CaseForms(CaseForm form) {

  ObjectNode document(Framework framework) {
    ObjectNode document = form.read(CaseClass.DOCUMENT, framework.document());
    document.set(
        "CFPackageURI", link(framework.title(), framework.identifier(), framework.packageUri()));
    return document;
  }

  /** A set of documents, each with these members alone; with all, if none is named. */
  ObjectNode documents(List<Framework> frameworks, Set<String> fields) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode documents = set.putArray(CaseClass.DOCUMENT.collection());
    for (Framework framework : frameworks) {
      ObjectNode document = document(framework);
      documents.add(fields.isEmpty() ? document : document.retain(fields));
    }
    return set;
  }

  /** A CFItem or a CFAssociation. */
  ObjectNode withDocument(CaseClass type, Served served) {
    Framework framework = served.framework();
    ObjectNode object = form.read(type, served.json());
    object.set("CFDocumentURI", link(framework.title(), framework.identifier(), framework.uri()));
    return object;
  }

  /** An item with its associations, which stand in the set as they do in a package. */
  ObjectNode associations(Served item, List<String> associations) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    set.set("CFItem", withDocument(CaseClass.ITEM, item));
    ArrayNode array = set.putArray(CaseClass.ASSOCIATION.collection());
    associations.forEach(each -> array.add(form.read(CaseClass.ASSOCIATION, each)));
    return set;
  }

  ObjectNode definition(CaseClass type, Served definition) {
    return form.read(type, definition.json());
  }

  ObjectNode definitions(CaseClass type, List<Served> found) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode definitions = set.putArray(type.collection());
    found.forEach(each -> definitions.add(definition(type, each)));
    return set;
  }

  private static ObjectNode link(String title, UUID identifier, String uri) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("identifier", identifier.toString())
        .put("uri", uri);
  }
}
