package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVPrinter;

/** {@code errors.csv} written in one go. */
final class WholeErrorsFile implements Closeable {
  private final MeasuredOutput out;
  private final CSVPrinter printer;
  private final Map<String, Long> byCode = new TreeMap<>();

  WholeErrorsFile(Path file) throws IOException {
    this.out = new MeasuredOutput(Files.newOutputStream(file));
    byte[] head = ErrorsFile.head();
    out.write(head, 0, head.length);
    this.printer = ErrorsFile.lines(new OutputStreamWriter(new BufferedOutputStream(out), UTF_8));
  }

  void write(RowError error, String runId) throws IOException {
    byCode.merge(error.code(), 1L, Long::sum);
    ErrorsFile.write(printer, error, runId);
  }

  Map<String, Long> countsByCode() {
    return byCode;
  }

  Manifest.FileEntry end() throws IOException {
    printer.close();
    long rows = byCode.values().stream().mapToLong(Long::longValue).sum();
    return new Manifest.FileEntry(
        ErrorsFile.NAME, out.bytes(), out.sha256(), Optional.of(rows), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
