package org.vellum.competency.framework.spreadsheet;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vellum.competency.framework.spreadsheet.Spreadsheets.Row;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;

/**
 * What an import says of each row of a spreadsheet, of the good ones too.
 *
 * @param lines a line for each row, in their order; before them what concerns no row
 */
public record RowReport(List<Line> lines) {
  private static final String GOOD = "good";

  public RowReport {
    lines = List.copyOf(lines);
  }

  /**
   * What is said of a row.
   *
   * @param place sheet and row, as {@code CFItems:7}; another place for what concerns no row
   * @param name what its object is called
   * @param outcome {@code good}, or the worst of what was found: {@code note}, {@code warning},
   *     {@code error}
   * @param findings what was found, each with its column
   */
  public record Line(String place, String name, String outcome, List<String> findings) {
    public Line {
      findings = List.copyOf(findings);
    }
  }

  /** Joins rows and what was found in them. */
  public static RowReport of(List<Row> rows, List<Finding> findings) {
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    findings.forEach(finding ->
        found.computeIfAbsent(row(finding.place()), unseen -> new ArrayList<>()).add(finding));
    List<Line> ofRows = new ArrayList<>();
    for (Row row : rows) {
      String place = row.sheet() + ":" + row.number();
      List<Finding> its = found.remove(place);
      ofRows.add(line(place, row.name(), its == null ? List.of() : its));
    }
    List<Line> lines = new ArrayList<>();
    found.forEach((place, its) -> lines.add(line(place, "", its)));
    lines.addAll(ofRows);
    return new RowReport(lines);
  }

  /** The row of a place, which may name a column after it. */
  private static String row(String place) {
    String[] parts = place.split(":", 3);
    return parts.length < 2 ? place : parts[0] + ":" + parts[1];
  }

  private static Line line(String place, String name, List<Finding> findings) {
    String outcome = findings.isEmpty() ? GOOD : "note";
    List<String> texts = new ArrayList<>();
    for (Finding finding : findings) {
      String[] parts = finding.place().split(":", 3);
      texts.add((parts.length < 3 ? "" : parts[2] + ": ") + finding.message());
      if (finding.severity() == Severity.ERROR) {
        outcome = "error";
      } else if (finding.severity() == Severity.WARNING && !outcome.equals("error")) {
        outcome = "warning";
      }
    }
    return new Line(place, name, outcome, texts);
  }

  /** The report as CSV; no cell can be taken for a formula. */
  public String csv() {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord("row", "name", "outcome", "found");
      for (Line line : lines) {
        printer.printRecord(
            line.place(),
            line.name().isEmpty() ? "" : CellText.cell(line.name()),
            line.outcome(),
            line.findings().isEmpty() ? "" : CellText.cell(String.join("; ", line.findings())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written to it", e);
    }
    return text.toString();
  }
}
