package org.vellum.finaid.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vellum.platform.problem.Finding;

/** CSV that is given away: nothing in it is what somebody sent. */
final class CsvText {
  private CsvText() {}

  static String template(Kind kind) {
    return of(
        List.of(
            kind.columns().stream().map(Column::name).toList(),
            kind.columns().stream().map(Column::example).toList()),
        "template");
  }

  static String of(List<Finding> findings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("place", "code", "message"));
    findings.forEach(each -> rows.add(List.of(each.place(), each.code(), each.message())));
    return of(rows, "findings");
  }

  private static String of(List<List<String>> rows, String what) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes what is written to it: " + what, e);
    }
    return text.toString();
  }
}
