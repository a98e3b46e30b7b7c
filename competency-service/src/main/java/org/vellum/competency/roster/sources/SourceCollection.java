package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.vellum.competency.roster.StoreRows.Told;

/**
 * A collection of a source.
 *
 * @param name its name in addresses
 * @param wrapper the member that holds its objects; empty if the answer is a bare array
 * @param tree whether its objects refer to each other, so that all must be there before one is
 *     stored
 * @param reading what an object tells, as rows
 */
record SourceCollection(
    String name, String wrapper, boolean tree, Function<JsonNode, List<Told>> reading) {

  /** The objects of an answer; missing if it is none of this collection. */
  JsonNode objects(JsonNode answer) {
    return wrapper.isEmpty() ? answer : answer.path(wrapper);
  }
}
