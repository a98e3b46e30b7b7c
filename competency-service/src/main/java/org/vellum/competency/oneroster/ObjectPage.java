package org.vellum.competency.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vellum.platform.json.Json;

/**
 * A page of a collection.
 *
 * @param name name of the collection, which wraps it
 * @param objects the objects on the page
 * @param total how many the whole collection has
 */
public record ObjectPage(String name, List<ObjectNode> objects, int total) {

  public ObjectPage {
    objects = List.copyOf(objects);
  }

  /** The same with each object written otherwise. */
  public ObjectPage map(UnaryOperator<ObjectNode> writing) {
    return new ObjectPage(name, objects.stream().map(writing).toList(), total);
  }

  /** The page in its wrapper. */
  public ObjectNode body() {
    ObjectNode body = Json.mapper().createObjectNode();
    objects.forEach(body.putArray(name)::add);
    return body;
  }
}
