package org.vellum.finaid.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV by RFC 4180 in UTF-8: CRLF, a header, an empty cell where there is no value.
 *
 * <p>For spreadsheets a text that one would take for a formula gets an apostrophe before it. Other
 * readers get the text as it is, since the apostrophe would be a part of the name.
 */
final class CsvForm implements RecordForm {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Entity entity;
  private final CsvProfile profile;
  private final OutputStream out;
  private final RecordText text;
  private final CSVPrinter printer;

  CsvForm(Entity entity, CsvProfile profile, OutputStream out) throws IOException {
    this.entity = entity;
    this.profile = profile;
    if (profile.isMarked()) {
      out.write(BOM);
    }
    this.out = out;
    this.text = new RecordText(out);
    this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
    printer.printRecord(entity.columns().stream().map(Column::name).toList());
    text.send();
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    List<Column> columns = entity.columns();
    for (int i = 0; i < columns.size(); i++) {
      printer.print(cell(columns.get(i), exported.text(i)));
    }
    printer.println();
    text.send();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private String cell(Column column, String value) {
    return column.type().isFree() && profile.isForSpreadsheets() ? guarded(value) : value;
  }

  /** With an apostrophe before what a spreadsheet would take for a formula. */
  static String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
