package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Base;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Category;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Item;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Objective;
import org.vellum.competency.evaluation.oneroster.GradebookObject.ScoreScale;
import org.vellum.platform.persistence.Jsonb;

/**
 * Reads categories, score scales, line items and assessment line items (OneRoster 1.2, gradebook
 * OpenAPI). An end of a scale that is not said is taken to be 0 or 100, as from a file: without
 * ends no score can be judged.
 */
final class GradebookReader {
  private static final int MOST_DIGITS = 30;
  private static final BigDecimal LEAST = BigDecimal.ZERO;
  private static final BigDecimal GREATEST = BigDecimal.valueOf(100);

  /** What would end a pair as the CSV binding writes it. */
  private static final Pattern MARKS = Pattern.compile("[{}]");

  private GradebookReader() {}

  static Category category(ObjectNode object, String sourcedId) {
    Members category = new Members(object, "/category");
    return new Category(
        base(category, sourcedId),
        category.findNumber("weight").map(n -> bounded(category, "weight", n)));
  }

  static ScoreScale scoreScale(ObjectNode object, String sourcedId) {
    Members scale = new Members(object, "/scoreScale");
    List<Members> values = scale.objects("scoreScaleValue");
    if (values.isEmpty()) {
      throw scale.fault("scoreScaleValue", "must hold at least one");
    }
    Map<String, String> references = new HashMap<>();
    references.put("class", scale.reference("class", "class"));
    scale.findReference("course", "course").ifPresent(id -> references.put("course", id));
    return new ScoreScale(
        base(scale, sourcedId),
        scale.text("type"),
        values.stream().map(GradebookReader::pair).collect(Collectors.joining(",")),
        references);
  }

  private static String pair(Members value) {
    String left = value.text("itemValueLHS");
    String right = value.text("itemValueRHS");
    if (MARKS.matcher(left + right).find() || left.contains(":")) {
      throw value.fault("itemValueLHS", "and the other must hold no braces, and it no colon");
    }
    return "{" + left + ":" + right + "}";
  }

  static Item lineItem(ObjectNode object, String sourcedId) {
    Members item = new Members(object, "/lineItem");
    Map<String, String> references = new HashMap<>();
    references.put("class", item.reference("class", "class"));
    references.put("school", item.reference("school", "org"));
    references.put("category", item.reference("category", "category"));
    item.findReference("gradingPeriod", "academicSession")
        .or(() -> item.findReference("academicSession", "academicSession"))
        .ifPresent(session -> references.put("academicSession", session));
    Base base = base(item, sourcedId);
    return item(
        item,
        base,
        references,
        Optional.of(new Dates(item.instant("assignDate"), item.instant("dueDate"))));
  }

  static Item assessmentLineItem(ObjectNode object, String sourcedId) {
    Members item = new Members(object, "/assessmentLineItem");
    Map<String, String> references = new HashMap<>();
    item.findReference("class", "class").ifPresent(id -> references.put("class", id));
    item.findReference("parentAssessmentLineItem", "assessmentLineItem")
        .ifPresent(id -> references.put("parentAssessmentLineItem", id));
    Base base = base(item, sourcedId);
    if (sourcedId.equals(references.get("parentAssessmentLineItem"))) {
      throw item.fault("parentAssessmentLineItem", "must be another");
    }
    return item(item, base, references, Optional.empty());
  }

  private record Dates(java.time.Instant assigned, java.time.Instant due) {}

  private static Item item(
      Members item, Base base, Map<String, String> references, Optional<Dates> dates) {
    item.findReference("scoreScale", "scoreScale")
        .ifPresent(id -> references.put("scoreScale", id));
    BigDecimal minimum = end(item, "resultValueMin", LEAST);
    BigDecimal maximum = end(item, "resultValueMax", GREATEST);
    if (minimum.compareTo(maximum) >= 0) {
      throw item.fault("resultValueMax", "must be more than resultValueMin");
    }
    return new Item(
        base,
        dates.isEmpty(),
        item.findText("description"),
        dates.map(Dates::assigned),
        dates.map(Dates::due),
        minimum,
        maximum,
        references,
        item.objects("learningObjectiveSet").stream()
            .flatMap(set -> objectives(set).stream())
            .distinct()
            .toList());
  }

  private static Base base(Members object, String sourcedId) {
    if (!object.identifier("sourcedId").equals(sourcedId)) {
      throw object.fault("sourcedId", "must be the one in the path");
    }
    if (object.text("title").isBlank()) {
      throw object.fault("title", "must not be blank");
    }
    return new Base(
        sourcedId,
        object.oneOf("status", ResultReader.STATUS).equals("active"),
        object.instant("dateLastModified"),
        object.findObject("metadata").map(metadata -> new Jsonb(metadata.object().toString())),
        object.text("title"));
  }

  private static BigDecimal end(Members item, String name, BigDecimal otherwise) {
    return item.findNumber(name).map(end -> bounded(item, name, end)).orElse(otherwise);
  }

  private static BigDecimal bounded(Members object, String name, BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      throw object.fault(name, "must have at most " + MOST_DIGITS + " digits");
    }
    return number;
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
