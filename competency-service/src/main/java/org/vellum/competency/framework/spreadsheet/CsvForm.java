package org.vellum.competency.framework.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.vellum.competency.framework.casepackage.CaseClass;

/**
 * One CSV file (RFC 4180, UTF-8) for all objects: the first column names the sheet, the others are
 * those of all sheets.
 */
final class CsvForm {
  private static final String SHEET = "sheet";
  private static final String MARK = "\uFEFF";
  private static final CSVFormat READ =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private CsvForm() {}

  /** Reads a file; with or without a byte order mark. */
  static Sheets read(byte[] bytes, int mostRows) throws SpreadsheetException {
    Sheets sheets = new Sheets(mostRows);
    long[] line = {1};
    try (InputStreamReader reader =
            new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder());
        CSVParser parser = CSVParser.builder().setReader(reader).setFormat(READ).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new SpreadsheetException("empty", "csv", "The file is empty.");
      }
      List<String> headers = headers(records.next());
      int sheet = headers.indexOf(SHEET);
      if (sheet < 0) {
        throw new SpreadsheetException(
            "missing-column", "csv:1", "The first line has no column named " + SHEET + ".");
      }
      var known = new HashSet<>(Column.allHeaders());
      known.add(SHEET);
      sheets.checkHeaders("csv", headers, known);
      // Asked before the next record is read: a record may span lines.
      line[0] = parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        add(sheets, headers, sheet, records.next(), (int) line[0]);
        line[0] = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IOException e) {
      throw unreadable(e, line[0]);
    }
    return sheets;
  }

  private static List<String> headers(CSVRecord record) {
    List<String> headers = new ArrayList<>();
    record.forEach(header -> headers.add(header.replace(MARK, "").strip()));
    return headers;
  }

  private static void add(
      Sheets sheets, List<String> headers, int sheet, CSVRecord record, int line)
      throws SpreadsheetException {
    String name = sheet < record.size() ? record.get(sheet) : "";
    if (record.stream().allMatch(String::isBlank)) {
      return;
    }
    Optional<CaseClass> type = sheets.type(name, line);
    if (type.isPresent()) {
      sheets.add(type.get(), line, headers, record.toList());
    }
  }

  private static SpreadsheetException unreadable(Exception e, long line) {
    Throwable cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
    return cause instanceof CharacterCodingException
        ? new SpreadsheetException(
            "not-utf-8", "csv:" + line, "The file is not in UTF-8 from about this line on.")
        : new SpreadsheetException(
            "not-csv", "csv:" + line, "A quoted value does not end where it should.");
  }

  /** Writes rows; the stream stays open. */
  static RowWriter writer(OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
    List<String> headers = Column.allHeaders();
    List<String> first = new ArrayList<>(List.of(SHEET));
    first.addAll(headers);
    printer.printRecord(first);
    return new RowWriter() {
      @Override
      public void begin(CaseClass type) {
        // Every row names its sheet.
      }

      @Override
      public void row(CaseClass type, Map<String, String> cells) throws IOException {
        List<String> row = new ArrayList<>(List.of(type.collection()));
        headers.forEach(header -> row.add(cells.getOrDefault(header, "")));
        printer.printRecord(row);
      }

      @Override
      public void end() throws IOException {
        printer.flush();
      }
    };
  }
}
