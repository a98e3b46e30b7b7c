package org.vellum.competency.framework.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.Member;
import org.vellum.competency.framework.casepackage.Shape;

/** A workbook (XLSX, ECMA-376) with a sheet for each class of objects. */
final class WorkbookForm {
  /** How many characters a cell of Excel may hold. */
  private static final int LONGEST_CELL = 32_767;

  private static final int MOST_COLUMNS = 200;
  private static final int FLUSHED_AT = 500;

  private WorkbookForm() {}

  /**
   * Reads a workbook, which is unpacked within bounds first.
   *
   * @param mostBytes how many bytes it may hold when unpacked
   */
  static Sheets read(byte[] bytes, int mostRows, long mostBytes) throws SpreadsheetException {
    Sheets sheets = new Sheets(mostRows);
    Path clean = BoundedZip.copy(bytes, mostBytes);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(clean.toFile(), new ReadingOptions(true, true))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        Optional<CaseClass> type = sheets.type(sheet.getName(), 0);
        if (type.isPresent()) {
          read(sheet, type.get(), sheets);
        }
      }
    } catch (IOException | RuntimeException e) {
      // The library says by many exceptions that a part of the file is not what it should be.
      throw new SpreadsheetException("not-xlsx", "", "This cannot be read as a workbook (XLSX).");
    } finally {
      BoundedZip.delete(clean);
    }
    return sheets;
  }

  private static void read(Sheet sheet, CaseClass type, Sheets sheets)
      throws IOException, SpreadsheetException {
    try (Stream<Row> rows = sheet.openStream()) {
      Iterator<Row> iterator = rows.iterator();
      if (!iterator.hasNext()) {
        return;
      }
      List<String> headers =
          texts(iterator.next(), type, List.of()).stream().map(String::strip).toList();
      sheets.checkHeaders(type.collection(), headers, new HashSet<>(Column.headers(type)));
      while (iterator.hasNext()) {
        Row row = iterator.next();
        sheets.add(type, row.getRowNum(), headers, texts(row, type, headers));
      }
    }
  }

  private static List<String> texts(Row row, CaseClass type, List<String> headers) {
    List<String> texts = new ArrayList<>();
    int cells = Math.min(row.getCellCount(), MOST_COLUMNS);
    for (int i = 0; i < cells; i++) {
      @Nullable Cell cell = row.getCell(i);
      texts.add(cell == null ? "" : text(cell, i < headers.size() ? headers.get(i) : "", type));
    }
    return texts;
  }

  /** A date that the spreadsheet made a number of is read as a date where one is wanted. */
  private static String text(Cell cell, String header, CaseClass type) {
    if (cell.getType() == CellType.NUMBER) {
      Optional<Shape> shape = shape(header, type);
      if (shape.filter(each -> each == Shape.DATE || each == Shape.TIME).isPresent()) {
        LocalDateTime date = cell.asDate();
        return shape.get() == Shape.DATE
            ? date.toLocalDate().toString()
            : date.toInstant(ZoneOffset.UTC).toString();
      }
      BigDecimal number = cell.asNumber();
      return number.stripTrailingZeros().scale() <= 0
          ? number.toBigInteger().toString()
          : number.toPlainString();
    }
    return cell.getType() == CellType.ERROR ? "" : CellText.decoded(cell.getText());
  }

  private static Optional<Shape> shape(String header, CaseClass type) {
    return type.members().stream()
        .filter(member -> member.name().equals(header))
        .map(Member::shape)
        .findFirst();
  }

  /** Writes rows as a workbook. */
  static RowWriter writer(OutputStream out) {
    return new WorkbookRows(new Workbook(out, "Vellum", "1.0"));
  }

  /** Rows on their way into a workbook. */
  private static final class WorkbookRows implements RowWriter {
    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private List<String> headers = List.of();
    private int next;

    WorkbookRows(Workbook workbook) {
      this.workbook = workbook;
    }

    @Override
    public void begin(CaseClass type) throws IOException {
      finish();
      Worksheet begun = workbook.newWorksheet(type.collection());
      sheet = begun;
      headers = Column.headers(type);
      begun.freezePane(0, 1);
      for (int i = 0; i < headers.size(); i++) {
        begun.width(i, headers.get(i).equals("fullStatement") ? 60 : 22);
        begun.style(0, i).bold().set();
        begun.inlineString(0, i, headers.get(i));
      }
      next = 1;
    }

    @Override
    public void row(CaseClass type, Map<String, String> cells) throws IOException {
      Worksheet begun = Objects.requireNonNull(sheet);
      for (int i = 0; i < headers.size(); i++) {
        String cell = cells.get(headers.get(i));
        if (cell != null) {
          begun.inlineString(next, i, bounded(CellText.coded(cell)));
        }
      }
      next++;
      if (next % FLUSHED_AT == 0) {
        begun.flush();
      }
    }

    @Override
    public void end() throws IOException {
      finish();
      workbook.finish();
    }

    private void finish() throws IOException {
      Worksheet before = sheet;
      if (before != null) {
        before.finish();
      }
    }
  }

  /** A value is longer than a cell can hold. */
  static final class CellTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static String bounded(String cell) throws CellTooLongException {
    if (cell.length() > LONGEST_CELL) {
      throw new CellTooLongException();
    }
    return cell;
  }

  /** The bytes of a workbook begin as those of every zip. */
  static boolean looksLike(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
  }
}
