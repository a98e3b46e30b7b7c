package org.vellum.competency.framework.spreadsheet;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.competency.framework.casepackage.CaseClass;

/**
 * A row that was read.
 *
 * @param type the class of object that it is
 * @param number which row or line of its file, from 1
 * @param cells what stands in its cells, by the column's name; without empty ones
 */
record SheetRow(CaseClass type, int number, Map<String, String> cells) {

  SheetRow {
    cells = Map.copyOf(cells);
  }

  /** The value in a column, or empty. */
  Optional<String> value(String column) {
    return Optional.ofNullable(cells.get(column)).flatMap(CellText::value);
  }

  /** What its object is called, for a person; empty if nothing of it is filled in. */
  String name() {
    return Stream.of("title", "fullStatement", "associationType", "description", "identifier")
        .flatMap(column -> value(column).stream())
        .findFirst()
        .orElse("");
  }

  /** The place of a column in this row, as a finding names it. */
  String place(String column) {
    return type.collection() + ":" + number + (column.isEmpty() ? "" : ":" + column);
  }
}
