package org.vellum.finaid.imports;

import java.util.Map;
import java.util.Objects;

/**
 * A row whose cells could be read.
 *
 * @param line of the file, from 1, at which it begins
 * @param values by the names of their columns; empty cells are missing
 */
record ImportedRow(long line, Map<String, Object> values) {

  ImportedRow {
    values = Map.copyOf(values);
  }

  /** The cell of a required column. */
  String text(Column column) {
    return (String) Objects.requireNonNull(values.get(column.name()));
  }
}
