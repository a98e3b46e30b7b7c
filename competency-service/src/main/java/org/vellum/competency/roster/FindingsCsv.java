package org.vellum.competency.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vellum.platform.problem.Finding;

/**
 * Findings as a CSV file for a spreadsheet. What a stranger's file said must not become a formula
 * there: a value that begins like one is led by an apostrophe (OWASP, CSV injection).
 */
final class FindingsCsv {
  private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@].*", Pattern.DOTALL);

  private FindingsCsv() {}

  static String of(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord("severity", "code", "place", "message");
      for (Finding finding : findings) {
        printer.printRecord(
            finding.severity(),
            finding.code(),
            harmless(finding.place()),
            harmless(finding.message()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes what is written to it", e);
    }
    return text.toString();
  }

  private static String harmless(String value) {
    return FORMULA.matcher(value).matches() ? "'" + value : value;
  }
}
