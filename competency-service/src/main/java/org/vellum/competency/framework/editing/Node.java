package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an association or a link leads to (CASE 1.1, LinkGenURI).
 *
 * @param identifier its identifier
 * @param title as a person knows it
 * @param uri its canonical address
 * @param framework title of the framework that holds it; empty if it is kept nowhere here
 */
record Node(String identifier, String title, String uri, String framework) {

  ObjectNode link() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("identifier", identifier)
        .put("uri", uri);
  }
}
