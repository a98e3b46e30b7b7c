package org.vellum.finaid.export;

/** For whom the CSV files are. */
public enum CsvProfile {
  /** Programs: the texts as they are. */
  PLAIN(false, false),
  /** Programs that want a byte order mark, as Excel writes it. */
  MARKED(true, false),
  /** People with a spreadsheet: with a byte order mark, and formulas guarded. */
  SPREADSHEET(true, true);

  private final boolean marked;
  private final boolean forSpreadsheets;

  CsvProfile(boolean marked, boolean forSpreadsheets) {
    this.marked = marked;
    this.forSpreadsheets = forSpreadsheets;
  }

  boolean isMarked() {
    return marked;
  }

  boolean isForSpreadsheets() {
    return forSpreadsheets;
  }
}
