package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/**
 * Writes a result as its source sent it, with the members that the standard knows and no others
 * (OneRoster 1.2, gradebook OpenAPI, ResultDType, AssessmentResultDType).
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
          "assessmentLineItem",
          "student",
          "class",
          "scoreScale",
          "scoreStatus",
          "score",
          "textScore",
          "scorePercentile",
          "scoreDate",
          "comment",
          "inProgress",
          "incomplete",
          "late",
          "missing");
  private static final List<String> REFERENCES =
      List.of("lineItem", "assessmentLineItem", "student", "class", "scoreScale");
  private static final Map<ResultKind, Set<String>> NOT_OF =
      Map.of(
          ResultKind.RESULT, Set.of("assessmentLineItem", "scorePercentile"),
          ResultKind.ASSESSMENT, Set.of("lineItem", "class"));
  private static final List<String> OBJECTIVE =
      List.of("learningObjectiveId", "score", "textScore");

  private final Addresses addresses;

  @Inject
  ResultWriter(Addresses addresses) {
    this.addresses = addresses;
  }

  ObjectNode write(ResultKind kind, ObjectNode given) {
    ObjectNode result = only(given, MEMBERS);
    result.remove(NOT_OF.get(kind));
    result.put("dateLastModified", new Members(result, "").instant("dateLastModified").toString());
    REFERENCES.stream()
        .filter(result::has)
        .forEach(name -> result.set(name, reference(given, name)));
    ObjectNode lineItem = (ObjectNode) result.path(kind.lineItem());
    lineItem.put("href", addresses.of(kind.lineItem(), lineItem.path("sourcedId").textValue()));
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
}
