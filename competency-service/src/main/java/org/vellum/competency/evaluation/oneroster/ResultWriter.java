package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Component;

/**
 * Writes a result as its source sent it, with the members that the standard knows and no others
 * (OneRoster 1.2, gradebook OpenAPI, ResultDType).
 */
@Component
class ResultWriter {
  private static final List<String> MEMBERS =
      List.of(
          "sourcedId",
          "status",
          "dateLastModified",
          "metadata",
          "lineItem",
          "student",
          "class",
          "scoreScale",
          "scoreStatus",
          "score",
          "textScore",
          "scoreDate",
          "comment",
          "inProgress",
          "incomplete",
          "late",
          "missing");
  private static final List<String> REFERENCES =
      List.of("lineItem", "student", "class", "scoreScale");
  private static final List<String> OBJECTIVE =
      List.of("learningObjectiveId", "score", "textScore");

  private final Gradebook gradebook;

  @Inject
  ResultWriter(Gradebook gradebook) {
    this.gradebook = gradebook;
  }

  ObjectNode write(Jsonb sent) {
    JsonNode given = parse(sent);
    ObjectNode result = only(given, MEMBERS);
    result.put("dateLastModified", new Members(result, "").instant("dateLastModified").toString());
    REFERENCES.stream()
        .filter(result::has)
        .forEach(name -> result.set(name, reference(given, name)));
    ((ObjectNode) result.path("lineItem"))
        .put("href", gradebook.item("lineItems", given.at("/lineItem/sourcedId").textValue()));
    ArrayNode sets = Json.mapper().createArrayNode();
    given.path("learningObjectiveSet").forEach(set -> sets.add(objectives(set)));
    if (!sets.isEmpty()) {
      result.set("learningObjectiveSet", sets);
    }
    return result;
  }

  private static ObjectNode reference(JsonNode given, String name) {
    return only(given.path(name), List.of("href", "sourcedId", "type"));
  }

  private static ObjectNode objectives(JsonNode given) {
    ObjectNode set = only(given, List.of("source"));
    ArrayNode scores = set.putArray("learningObjectiveResults");
    given.path("learningObjectiveResults").forEach(score -> scores.add(only(score, OBJECTIVE)));
    return set;
  }

  private static ObjectNode only(JsonNode given, List<String> names) {
    ObjectNode copy = Json.mapper().createObjectNode();
    names.stream().filter(given::hasNonNull).forEach(name -> copy.set(name, given.get(name)));
    return copy;
  }

  private static JsonNode parse(Jsonb sent) {
    try {
      return Json.mapper().readTree(sent.text());
    } catch (IOException e) {
      throw new IllegalStateException("a stored payload can be read", e);
    }
  }
}
