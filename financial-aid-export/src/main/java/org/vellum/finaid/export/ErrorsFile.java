package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code errors.csv}: one line for each error. Values are masked where they may be about a person.
 */
final class ErrorsFile implements Closeable {
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

  private final MeasuredOutput out;
  private final CSVPrinter printer;
  private final Map<String, Long> byCode = new TreeMap<>();

  ErrorsFile(Path file) throws IOException {
    this.out = new MeasuredOutput(Files.newOutputStream(file));
    this.printer = lines(new OutputStreamWriter(new BufferedOutputStream(out), UTF_8));
    printer.printRecord(HEAD);
  }

  /** Lines without the head. */
  static CSVPrinter lines(Appendable out) throws IOException {
    return new CSVPrinter(out, CSVFormat.RFC4180);
  }

  /** The head's line. */
  static byte[] head() {
    return (String.join(",", HEAD) + "\r\n").getBytes(UTF_8);
  }

  void write(RowError error, String runId) throws IOException {
    byCode.merge(error.code(), 1L, Long::sum);
    write(printer, error, runId);
  }

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

  Map<String, Long> countsByCode() {
    return byCode;
  }

  Manifest.FileEntry end() throws IOException {
    printer.close();
    long rows = byCode.values().stream().mapToLong(Long::longValue).sum();
    return new Manifest.FileEntry(
        NAME, out.bytes(), out.sha256(), Optional.of(rows), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
