package org.vellum.start;

import java.util.ArrayList;
import java.util.List;

/** A row of one of our own CSV files (RFC 4180), read by the names of its columns. */
record CsvRow(List<String> names, List<String> values) {

  /** The value in that column; empty when the row is shorter. */
  String get(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("There is no column " + name);
    }
    return column < values.size() ? values.get(column) : "";
  }

  /** All rows but the first, which holds the names. */
  static List<CsvRow> parse(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (doubled) {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
        field.append(c);
      } else if (c != '\r') {
        line.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      }
    }
    List<String> names = lines.get(0);
    return lines.subList(1, lines.size()).stream()
        .map(values -> new CsvRow(names, values))
        .toList();
  }
}
