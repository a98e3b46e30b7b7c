package org.vellum.competency.evaluation.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vellum.competency.evaluation.Teaching;

/**
 * The template that is filled in: the columns of OneRoster 1.2's {@code results.csv}, and beside
 * them whose line it is. The identifier of a line is the same every time, so that filling it in
 * again corrects what was filled in before.
 */
final class ResultTemplate {
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@].*", Pattern.DOTALL);

  private ResultTemplate() {}

  static String of(String lineItem, List<Teaching.Student> students, LocalDate today) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(
          "sourcedId",
          "status",
          "dateLastModified",
          "lineItemSourcedId",
          "studentSourcedId",
          "scoreStatus",
          "score",
          "scoreDate",
          "comment",
          "textScore",
          "learnerName");
      for (Teaching.Student student : students) {
        printer.printRecord(
            lineItem + "/" + student.sourcedId(),
            "",
            "",
            lineItem,
            student.sourcedId(),
            "",
            "",
            today,
            "",
            "",
            harmless(student.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes what is written to it", e);
    }
    return text.toString();
  }

  /** A spreadsheet must not take a name for a formula (OWASP, CSV injection). */
  private static String harmless(String name) {
    return FORMULA.matcher(name).matches() ? "'" + name : name;
  }
}
