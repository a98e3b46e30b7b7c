package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.vellum.competency.evaluation.oneroster.GradebookLineItem.Objective;

/**
 * Reads a line item (OneRoster 1.2, gradebook OpenAPI, LineItemDType). The ends of the scale, which
 * the standard leaves optional, are required: without them no score can be judged.
 */
final class LineItemReader {
  private static final int MOST_DIGITS = 30;

  private LineItemReader() {}

  static GradebookLineItem read(ObjectNode object, String sourcedId) {
    Members item = new Members(object, "/lineItem");
    if (!item.identifier("sourcedId").equals(sourcedId)) {
      throw item.fault("sourcedId", "must be the one in the path");
    }
    item.findObject("metadata");
    item.findReference("scoreScale", "scoreScale");
    BigDecimal minimum = end(item, "resultValueMin");
    BigDecimal maximum = end(item, "resultValueMax");
    if (minimum.compareTo(maximum) >= 0) {
      throw item.fault("resultValueMax", "must be more than resultValueMin");
    }
    return new GradebookLineItem(
        sourcedId,
        item.oneOf("status", ResultReader.STATUS).equals("active"),
        item.instant("dateLastModified"),
        title(item),
        item.findText("description"),
        item.instant("assignDate"),
        item.instant("dueDate"),
        item.reference("class", "class"),
        item.reference("school", "org"),
        item.reference("category", "category"),
        item.findReference("gradingPeriod", "academicSession")
            .or(() -> item.findReference("academicSession", "academicSession")),
        minimum,
        maximum,
        item.objects("learningObjectiveSet").stream()
            .flatMap(set -> objectives(set).stream())
            .distinct()
            .toList());
  }

  private static String title(Members item) {
    if (item.text("title").isBlank()) {
      throw item.fault("title", "must not be blank");
    }
    return item.text("title");
  }

  private static BigDecimal end(Members item, String name) {
    BigDecimal end = item.number(name);
    if (end.precision() > MOST_DIGITS || Math.abs(end.scale()) > MOST_DIGITS) {
      throw item.fault(name, "must have at most " + MOST_DIGITS + " digits");
    }
    return end;
  }

  private static List<Objective> objectives(Members set) {
    String source = set.text("source");
    List<String> ids = set.texts("learningObjectiveIds");
    if (ids.isEmpty()) {
      throw set.fault("learningObjectiveIds", "must hold at least one");
    }
    if (source.equals(ResultReader.CASE)) {
      ids.forEach(id -> ResultReader.caseIdentifier(set, "learningObjectiveIds", id));
    }
    return ids.stream().map(id -> new Objective(source, id)).toList();
  }
}
