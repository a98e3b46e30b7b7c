package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vellum.competency.evaluation.oneroster.GradebookLineItem.Objective;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Writes a line item (OneRoster 1.2, gradebook OpenAPI, LineItemDType). */
@Component
class LineItemWriter {
  private final Gradebook gradebook;

  @Inject
  LineItemWriter(Gradebook gradebook) {
    this.gradebook = gradebook;
  }

  ObjectNode write(GradebookLineItem item) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("sourcedId", item.sourcedId())
        .put("status", item.active() ? "active" : ResultReader.TO_BE_DELETED)
        .put("dateLastModified", item.lastModified().toString())
        .put("title", item.title());
    item.description().ifPresent(description -> json.put("description", description));
    json.put("assignDate", item.assignDate().toString()).put("dueDate", item.dueDate().toString());
    json.set("class", rostered("classes", item.classSourcedId(), "class"));
    json.set("school", rostered("schools", item.schoolSourcedId(), "org"));
    String category = item.categorySourcedId();
    json.set("category", reference(gradebook.item("categories", category), category, "category"));
    item.academicSessionSourcedId()
        .ifPresent(session ->
            json.set("academicSession", rostered("academicSessions", session, "academicSession")));
    json.put("resultValueMin", item.resultValueMin()).put("resultValueMax", item.resultValueMax());
    if (!item.objectives().isEmpty()) {
      json.set("learningObjectiveSet", objectives(item.objectives()));
    }
    return json;
  }

  private ObjectNode rostered(String collection, String sourcedId, String type) {
    return reference(gradebook.rostered(collection, sourcedId), sourcedId, type);
  }

  private static ObjectNode reference(String href, String sourcedId, String type) {
    return Json.mapper()
        .createObjectNode()
        .put("href", href)
        .put("sourcedId", sourcedId)
        .put("type", type);
  }

  private static ArrayNode objectives(List<Objective> objectives) {
    ArrayNode sets = Json.mapper().createArrayNode();
    Map<String, List<Objective>> bySource =
        objectives.stream()
            .collect(
                Collectors.groupingBy(Objective::source, LinkedHashMap::new, Collectors.toList()));
    bySource.forEach((source, ofSource) -> {
      ArrayNode ids = sets.addObject().put("source", source).putArray("learningObjectiveIds");
      ofSource.forEach(objective -> ids.add(objective.id()));
    });
    return sets;
  }
}
