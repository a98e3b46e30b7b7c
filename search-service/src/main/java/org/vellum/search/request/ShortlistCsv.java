package org.vellum.search.request;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vellum.search.index.Availability;

/** A shortlist as a table (RFC 4180), safe to open in a spreadsheet. */
public final class ShortlistCsv {
  private ShortlistCsv() {}

  /** The table, with a row of names first. */
  public static String of(List<Shortlisted> people) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord("profile", "name", "region", "availability", "note", "added");
      for (Shortlisted each : people) {
        printer.printRecord(
            each.profile(),
            plain(each.name()),
            plain(each.region().orElse("")),
            each.availability().map(Availability::words).orElse(""),
            plain(each.note()),
            each.addedAt());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  /** What a spreadsheet would take for a formula gets a quote in front, by which it is a text. */
  static String plain(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
