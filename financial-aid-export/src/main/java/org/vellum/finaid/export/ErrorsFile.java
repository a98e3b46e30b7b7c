package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code errors.csv}: one line for each error. Values are masked where they may be about a person.
 */
final class ErrorsFile {
  static final String NAME = "errors.csv";

  private static final List<String> HEAD =
      List.of(
          "code",
          "severity",
          "entity",
          "key",
          "field",
          "value",
          "message",
          "citation",
          "firstSeenRun");

  private ErrorsFile() {}

  /** Lines without the head. */
  static CSVPrinter lines(Appendable out) throws IOException {
    return new CSVPrinter(out, CSVFormat.RFC4180);
  }

  /** The head's line. */
  static byte[] head() {
    return (String.join(",", HEAD) + "\r\n").getBytes(UTF_8);
  }

  /** Writes the line of an error. */
  static void write(CSVPrinter lines, RowError error, String runId) throws IOException {
    lines.printRecord(
        error.code(),
        error.severity(),
        error.entity(),
        CsvForm.guarded(error.key()),
        error.field(),
        CsvForm.guarded(error.value()),
        error.message(),
        error.citation(),
        runId);
  }
}
