package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vellum.competency.roster.StoreRows.Told;
import org.vellum.competency.roster.eduapi.EduApiObjects;

/**
 * A collection of a source.
 *
 * @param name its name in addresses
 * @param wrapper the member that holds its objects; empty if the answer is a bare array
 * @param tree whether its objects refer to each other, so that all must be there before one is
 *     stored
 * @param optional whether a server may be without it
 * @param reading what an object tells, as rows; empty where it is not the roster's ({@link
 *     FurtherObjects})
 */
record SourceCollection(
    String name,
    String wrapper,
    boolean tree,
    boolean optional,
    Optional<Function<JsonNode, List<Told>>> reading) {

  /** A collection of the roster. */
  SourceCollection(
      String name, String wrapper, boolean tree, Function<JsonNode, List<Told>> reading) {
    this(name, wrapper, tree, false, Optional.of(reading));
  }

  /** A collection of OneRoster's gradebook service, which wraps it by its name. */
  static SourceCollection ofGradebook(String name, boolean tree) {
    return new SourceCollection(name, name, tree, false, Optional.empty());
  }

  /** A collection of Edu-API, which is a bare array. */
  static SourceCollection of(EduApiObjects.Collection collection) {
    return new SourceCollection(
        collection.name(),
        "",
        collection.tree(),
        collection.optional(),
        Optional.of(collection.reading()));
  }

  /** The objects of an answer; missing if it is none of this collection. */
  JsonNode objects(JsonNode answer) {
    return wrapper.isEmpty() ? answer : answer.path(wrapper);
  }
}
