package org.vellum.competency.framework.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.problem.Finding;

/** What was read of a spreadsheet's sheets, and what was wrong with their first rows. */
final class Sheets {
  private final int mostRows;
  private final List<SheetRow> rows = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param mostRows how many rows are read
   */
  Sheets(int mostRows) {
    this.mostRows = mostRows;
  }

  List<SheetRow> rows() {
    return rows;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The class to which a sheet belongs, by its name; noted if there is none. */
  Optional<CaseClass> type(String sheet, int row) {
    for (CaseClass type : CaseClass.values()) {
      if (type.collection().equalsIgnoreCase(sheet.strip())) {
        return Optional.of(type);
      }
    }
    findings.add(
        Finding.warning(
            "unknown-sheet",
            row > 0 ? "csv:" + row + ":sheet" : shown(sheet),
            "There is no sheet " + shown(sheet) + " in this form; it is passed over."));
    return Optional.empty();
  }

  /**
   * The names of columns, checked.
   *
   * @param known which names mean something here
   */
  void checkHeaders(String sheet, List<String> headers, Set<String> known) {
    Set<String> seen = new HashSet<>();
    for (String header : headers) {
      if (header.isEmpty()) {
        continue;
      }
      if (!seen.add(header)) {
        findings.add(
            Finding.error(
                "repeated-column", sheet + ":1:" + shown(header), "This column stands twice."));
      } else if (!known.contains(header)) {
        findings.add(
            Finding.warning(
                "unknown-column",
                sheet + ":1:" + shown(header),
                "This form has no such column; it is passed over."));
      }
    }
  }

  /** Adds a row, unless all its cells are empty. */
  void add(CaseClass type, int number, List<String> headers, List<String> cells)
      throws SpreadsheetException {
    Map<String, String> named = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(Column.headers(type));
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty() && i < headers.size() && known.contains(headers.get(i))) {
        named.put(headers.get(i), cell);
      } else if (!cell.isBlank() && i >= headers.size()) {
        findings.add(
            Finding.warning(
                "cell-without-column",
                type.collection() + ":" + number,
                "A cell stands below no column; it is passed over."));
      }
    }
    if (!named.isEmpty()) {
      rows.add(new SheetRow(type, number, named));
    }
    if (rows.size() > mostRows) {
      throw new SpreadsheetException(
          "beyond-bounds",
          type.collection() + ":" + number,
          "The spreadsheet holds more than " + mostRows + " rows.");
    }
  }

  /** How many rows each class has. */
  Map<CaseClass, Integer> counts() {
    Map<CaseClass, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.type(), 1, Integer::sum));
    return counts;
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
