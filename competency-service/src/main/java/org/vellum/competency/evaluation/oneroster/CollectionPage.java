package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.platform.json.Json;

/**
 * A page of a collection.
 *
 * @param name name of the collection, which wraps it
 * @param objects the objects on the page
 * @param total how many the whole collection has
 * @param links the header {@code Link} to the other pages
 */
record CollectionPage(String name, ArrayNode objects, int total, String links) {

  ObjectNode body() {
    ObjectNode body = Json.mapper().createObjectNode();
    body.set(name, objects);
    return body;
  }
}
