package org.vellum.competency.framework.spreadsheet;

import org.vellum.platform.problem.Finding;

/** A file cannot be read as a spreadsheet at all. */
final class SpreadsheetException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  SpreadsheetException(String code, String place, String message) {
    super(message);
    this.finding = Finding.error(code, place, message);
  }

  Finding finding() {
    return finding;
  }
}
