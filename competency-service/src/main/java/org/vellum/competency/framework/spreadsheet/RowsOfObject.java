package org.vellum.competency.framework.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vellum.competency.framework.casepackage.CaseClass;

/** Writes CASE objects, in the strict form of 1.1, as rows. */
final class RowsOfObject {
  private RowsOfObject() {}

  /**
   * The cells of an object's row.
   *
   * @param inside identifier of the rubric or criterion in which it stands; empty if in none
   */
  static Map<String, String> cells(CaseClass type, JsonNode object, String inside) {
    Map<String, String> cells = new LinkedHashMap<>();
    if (!inside.isEmpty()) {
      cells.put(Column.INSIDE, inside);
    }
    for (Column column : Column.of(type)) {
      JsonNode value = object.path(column.member().name());
      if (!value.isMissingNode()) {
        put(column, value, cells);
      }
    }
    return cells;
  }

  private static void put(Column column, JsonNode value, Map<String, String> cells) {
    if (column.isList()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element ->
          elements.add(
              column.part().isEmpty() ? element.asText() : element.path(column.part()).asText()));
      cells.put(column.header(), CellText.cell(CellText.joined(elements)));
    } else if (!column.part().isEmpty()) {
      JsonNode part = value.path(column.part());
      if (!part.isMissingNode()) {
        cells.put(column.header(), CellText.cell(part.asText()));
      }
    } else {
      // A number that is below zero begins as a formula does.
      String text = value.isContainerNode() ? value.toString() : text(value);
      cells.put(column.header(), CellText.cell(text));
    }
  }

  private static String text(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  /** The rows of a rubric's criteria, or of their levels. */
  static void writeInside(CaseClass type, JsonNode rubric, RowWriter rows) throws IOException {
    for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
      if (type == CaseClass.CRITERION) {
        rows.row(type, cells(type, criterion, rubric.path("identifier").asText()));
      } else {
        for (JsonNode level : criterion.path("CFRubricCriterionLevels")) {
          rows.row(type, cells(type, level, criterion.path("identifier").asText()));
        }
      }
    }
  }
}
