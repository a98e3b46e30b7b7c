package org.vellum.finaid.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vellum.platform.problem.Finding;

/** Reads a file of a kind: CSV as RFC 4180 has it, in UTF-8, with a header. */
final class FactsFile {
  private static final int MOST_ROWS = 2_000_000;
  private static final int BOM = 0xFEFF;
  private static final CSVFormat FORM =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

  private final Kind kind;
  private final Findings findings;
  private int read;

  FactsFile(Kind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  /**
   * Gives every row that can be read to somebody.
   *
   * @return why the file is refused as a whole; empty if it is not
   */
  List<Finding> read(InputStream csv, Consumer<ImportedRow> taker) throws IOException {
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                csv,
                UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      return readAll(CSVParser.parse(withoutMark(text), FORM), taker);
    } catch (UncheckedIOException | IllegalStateException | CharacterCodingException e) {
      return refused(read + 1L, "cannot be read as CSV in UTF-8");
    }
  }

  private static Reader withoutMark(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != BOM) {
      text.reset();
    }
    return text;
  }

  private List<Finding> readAll(CSVParser parser, Consumer<ImportedRow> taker) throws IOException {
    Optional<List<Column>> header = Optional.empty();
    for (CSVRecord record : parser) {
      if (header.isEmpty()) {
        header = header(record);
        if (header.isEmpty()) {
          return findings.kept();
        }
      } else if (++read > MOST_ROWS) {
        return refused(record.getRecordNumber(), "has more than " + MOST_ROWS + " rows");
      } else {
        row(record, line(parser, record), header.get()).ifPresent(taker);
      }
    }
    return header.isEmpty() ? refused(1, "has no header") : List.of();
  }

  private List<Finding> refused(long line, String message) {
    findings.add(line, "file", "file-unreadable", message);
    return findings.kept();
  }

  /** A cell may hold line breaks, so records and lines are not the same. */
  private static long line(CSVParser parser, CSVRecord record) {
    long breaks =
        record.stream().mapToLong(cell -> cell.chars().filter(each -> each == '\n').count()).sum();
    return Math.max(1, parser.getCurrentLineNumber() - breaks);
  }

  /** How many rows there were below the header. */
  int rowsRead() {
    return read;
  }

  private Optional<List<Column>> header(CSVRecord record) {
    Map<String, Column> known = new HashMap<>();
    kind.columns().forEach(column -> known.put(column.name(), column));
    List<Column> columns = new ArrayList<>();
    Set<String> named = new HashSet<>();
    boolean good = true;
    for (String name : record) {
      Column column = known.get(name);
      if (column == null || !named.add(name)) {
        findings.add(
            1, "header", "column-unknown", "names a column that is unknown or named twice");
        good = false;
      } else {
        columns.add(column);
      }
    }
    for (Column column : kind.columns()) {
      if (column.required() && !named.contains(column.name())) {
        findings.add(
            1, column.name(), "column-missing", "is required and is no column of the file");
        good = false;
      }
    }
    return good ? Optional.of(columns) : Optional.empty();
  }

  private Optional<ImportedRow> row(CSVRecord record, long line, List<Column> header) {
    Map<String, Object> values = new HashMap<>();
    boolean good = record.size() == header.size();
    if (!good) {
      findings.add(line, "row", "row-uneven", "has not as many cells as the header");
    }
    for (int i = 0; good && i < header.size(); i++) {
      good = cell(header.get(i), record.get(i), line, values) && good;
    }
    for (RowRule rule : good ? kind.rules() : List.<RowRule>of()) {
      if (!rule.holds().of(values)) {
        findings.add(line, rule.column(), "row-contradicts-itself", rule.message());
        good = false;
      }
    }
    if (!good) {
      findings.refuseRow();
      return Optional.empty();
    }
    return Optional.of(new ImportedRow(line, values));
  }

  private boolean cell(Column column, String cell, long line, Map<String, Object> values) {
    if (cell.isEmpty()) {
      if (column.required()) {
        findings.add(line, column.name(), "cell-empty", "is empty");
      }
      return !column.required();
    }
    try {
      values.put(column.name(), Cell.read(column, cell));
      return true;
    } catch (Cell.Unreadable e) {
      findings.add(line, column.name(), "cell-unreadable", String.valueOf(e.getMessage()));
      return false;
    }
  }
}
