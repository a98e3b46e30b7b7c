package org.vellum.finaid.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lines of CSV (RFC 4180) with a header. */
final class CsvOutput implements ProfileOutput {
  private static final char MARK = '\uFEFF';

  private final CSVPrinter printer;

  CsvOutput(Path file, boolean marked, MappingProfile.ProfileNode records) throws IOException {
    Writer out = Files.newBufferedWriter(file, UTF_8);
    if (marked) {
      out.write(MARK);
    }
    this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    MappingProfile.ProfileNode last = records;
    while (!last.inside().isEmpty()) {
      last = last.inside().getFirst();
    }
    printer.printRecord(last.columns().stream().map(ProfileColumn::name).toList());
  }

  @Override
  public void begin(MappingProfile.ProfileNode node, List<String> texts) throws IOException {
    if (node.inside().isEmpty()) {
      printer.printRecord(texts);
    }
  }

  @Override
  public void end(MappingProfile.ProfileNode node) {
    // A line is whole when it is begun.
  }

  @Override
  public String fault(ProfileColumn column, String text) {
    return "";
  }

  @Override
  public void finish() throws IOException {
    printer.flush();
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
