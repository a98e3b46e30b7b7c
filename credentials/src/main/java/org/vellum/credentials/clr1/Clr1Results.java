package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.record.Attainment;

/**
 * The results of one attainment and what they mean (CLR 1.0, ResultDType, ResultDescriptionDType).
 */
final class Clr1Results {
  private static final String STATUS = "Status";

  private Clr1Results() {}

  static List<ObjectNode> descriptions(Attainment attainment) {
    List<ObjectNode> descriptions = new ArrayList<>();
    for (Attainment.Outcome outcome : attainment.outcomes()) {
      descriptions.add(
          Fields.empty()
              .put("id", id(attainment, descriptions.size()))
              .put("type", "ResultDescription")
              .put("name", outcome.name())
              .put("resultType", outcome.kind())
              .put("valueMin", outcome.lowest())
              .put("valueMax", outcome.highest())
              .put("requiredValue", outcome.required())
              .strings("allowedValues", outcome.scale())
              .node());
    }
    return descriptions;
  }

  static List<ObjectNode> results(Attainment attainment) {
    List<ObjectNode> results = new ArrayList<>();
    for (Attainment.Outcome outcome : attainment.outcomes()) {
      // Provisional is a status of the successor only, so it stays a value.
      boolean status = outcome.kind().equals(STATUS) && Words.STATUSES.contains(outcome.value());
      results.add(
          Fields.empty()
              .put("type", "Result")
              .put("resultDescription", id(attainment, results.size()))
              .put(status ? "status" : "value", outcome.value())
              .node());
    }
    return results;
  }

  /** Descriptions belong to the achievement, but these are of one attainment: so is their id. */
  private static String id(Attainment attainment, int index) {
    return attainment.id() + "#result-" + index;
  }

  static List<Attainment.Outcome> read(Lenient assertion) {
    List<Lenient> descriptions = assertion.object("achievement").list("resultDescriptions");
    return assertion.list("results").stream().map(result -> outcome(result, descriptions)).toList();
  }

  private static Attainment.Outcome outcome(Lenient result, List<Lenient> descriptions) {
    String id = result.text("resultDescription", "");
    Lenient description =
        descriptions.stream().filter(d -> d.text("id", "").equals(id)).findFirst().orElse(result);
    String status = result.text("status");
    String kind = description.text("resultType", status == null ? "Result" : STATUS);
    String level = level(description, result.text("achievedLevel", ""));
    String value = result.text("value", status == null ? level : status);
    return new Attainment.Outcome(
        kind,
        description.text("name", kind),
        value,
        description.text("valueMin"),
        description.text("valueMax"),
        description.text("requiredValue"),
        description.texts("allowedValues"));
  }

  /** The name of a level of a rubric, by its id. */
  private static String level(Lenient description, String id) {
    return description.list("rubricCriterionLevels").stream()
        .filter(level -> level.text("id", "").equals(id))
        .map(level -> level.text("name", id))
        .findFirst()
        .orElse(id);
  }
}
